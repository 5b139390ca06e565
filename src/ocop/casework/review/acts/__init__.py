"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.review.acts.allow_correction import ALLOW, allow_correction
from ocop.casework.review.acts.arrange import ARRANGE, arrange_agenda
from ocop.casework.review.acts.ask_correction import ASK_CORRECTION, ask_correction
from ocop.casework.review.acts.attendance import ATTENDANCE, record_attendance
from ocop.casework.review.acts.cancel import CANCEL, cancel_meeting
from ocop.casework.review.acts.check_in import CHECK_IN, check_in
from ocop.casework.review.acts.choose import CHOOSE, save_choice, save_choices
from ocop.casework.review.acts.close import CLOSE, close_meeting, closing_gaps
from ocop.casework.review.acts.comment import BrokenComment, save_comment
from ocop.casework.review.acts.correct import CORRECT, correct_minutes
from ocop.casework.review.acts.correct_council import CORRECT_COUNCIL, correct_council
from ocop.casework.review.acts.correct_seat import CORRECT_SEAT, correct_seat
from ocop.casework.review.acts.declare import DECLARE, declare
from ocop.casework.review.acts.decline_correction import DECLINE, decline_correction
from ocop.casework.review.acts.end_answers import END_ANSWERS, end_answers
from ocop.casework.review.acts.end_seat import END_SEAT, end_seat
from ocop.casework.review.acts.establish import ESTABLISH, establish_council
from ocop.casework.review.acts.exclude import EXCLUDE, exclude_item
from ocop.casework.review.acts.open import OPEN, open_meeting, opening_gaps
from ocop.casework.review.acts.open_all import OPEN_ALL, open_all_items
from ocop.casework.review.acts.open_item import OPEN_ITEM, open_item
from ocop.casework.review.acts.order import ORDER, order_agenda
from ocop.casework.review.acts.plan import PLAN, plan_meeting
from ocop.casework.review.acts.postpone import POSTPONE, postpone_meeting
from ocop.casework.review.acts.put_on_agenda import PUT_ON_AGENDA, put_on_agenda
from ocop.casework.review.acts.recommend import RECOMMEND, recommend
from ocop.casework.review.acts.record_conflict import RECORD_CONFLICT, record_conflict
from ocop.casework.review.acts.record_fact import RECORD_FACT, record_fact
from ocop.casework.review.acts.record_withdrawal import RECORD_WITHDRAWAL, record_withdrawal
from ocop.casework.review.acts.refer import REFER, refer_to_meeting
from ocop.casework.review.acts.remove import REMOVE, remove_from_agenda
from ocop.casework.review.acts.reopen import REOPEN, reopen_item
from ocop.casework.review.acts.reschedule import RESCHEDULE, reschedule_meeting
from ocop.casework.review.acts.rescore import RESCORE, order_rescoring
from ocop.casework.review.acts.resolve import RESOLVE, record_resolution
from ocop.casework.review.acts.rule_on_earlier import RULE_ON_EARLIER, rule_on_earlier
from ocop.casework.review.acts.seal import SEAL, seal_sheet
from ocop.casework.review.acts.seat_member import SEAT_MEMBER, seat_member
from ocop.casework.review.acts.set_answers_due import SET_ANSWERS_DUE, set_answers_due
from ocop.casework.review.acts.set_rules import SET_RULES, set_rules
from ocop.casework.review.acts.step_aside import STEP_ASIDE, step_aside
from ocop.casework.review.acts.tally import TALLY, tally_item
from ocop.casework.review.acts.vote import VOTE, record_vote
from ocop.casework.review.acts.withdraw import WITHDRAW, withdraw_product
from ocop.casework.review.writes.declarations import Word
from ocop.casework.review.writes.sheets import Overtaken

ACTS = (
    ESTABLISH,
    SET_RULES,
    SEAT_MEMBER,
    CORRECT_SEAT,
    END_SEAT,
    CORRECT_COUNCIL,
    PLAN,
    RESCHEDULE,
    POSTPONE,
    PUT_ON_AGENDA,
    ORDER,
    ARRANGE,
    ATTENDANCE,
    CHECK_IN,
    CANCEL,
    OPEN,
    SET_ANSWERS_DUE,
    DECLARE,
    OPEN_ITEM,
    OPEN_ALL,
    CHOOSE,
    STEP_ASIDE,
    SEAL,
    TALLY,
    RECOMMEND,
    VOTE,
    RESOLVE,
    RESCORE,
    REFER,
    REOPEN,
    RULE_ON_EARLIER,
    RECORD_FACT,
    RECORD_CONFLICT,
    ASK_CORRECTION,
    ALLOW,
    DECLINE,
    WITHDRAW,
    RECORD_WITHDRAWAL,
    REMOVE,
    EXCLUDE,
    END_ANSWERS,
    CLOSE,
    CORRECT,
)
AFTER_A_MEETING = (CORRECT,)
ABOUT_A_COUNCIL = (PLAN, SEAT_MEMBER, SET_RULES, CORRECT_COUNCIL)
ABOUT_A_MEETING = (
    OPEN,
    END_ANSWERS,
    CLOSE,
    OPEN_ALL,
    ATTENDANCE,
    PUT_ON_AGENDA,
    ARRANGE,
    SET_ANSWERS_DUE,
    RESCHEDULE,
    POSTPONE,
    CANCEL,
)
ABOUT_A_PRODUCT = (
    OPEN_ITEM,
    TALLY,
    RECOMMEND,
    RULE_ON_EARLIER,
    VOTE,
    RESOLVE,
    REFER,
    RESCORE,
    REOPEN,
    RECORD_FACT,
    RECORD_CONFLICT,
    RECORD_WITHDRAWAL,
    REMOVE,
    EXCLUDE,
)
ABOUT_A_CORRECTION = (ALLOW, DECLINE)
"""Those with a button on the page of a council, of a meeting, of a closed one, of a product, beside a
correction of a sheet.
"""

__all__ = [
    "ABOUT_A_CORRECTION",
    "ABOUT_A_COUNCIL",
    "ABOUT_A_MEETING",
    "ABOUT_A_PRODUCT",
    "ACTS",
    "AFTER_A_MEETING",
    "ALLOW",
    "ARRANGE",
    "ASK_CORRECTION",
    "ATTENDANCE",
    "CANCEL",
    "CHECK_IN",
    "CHOOSE",
    "CLOSE",
    "CORRECT",
    "CORRECT_COUNCIL",
    "CORRECT_SEAT",
    "DECLARE",
    "DECLINE",
    "END_ANSWERS",
    "END_SEAT",
    "ESTABLISH",
    "EXCLUDE",
    "OPEN",
    "OPEN_ALL",
    "OPEN_ITEM",
    "ORDER",
    "PLAN",
    "POSTPONE",
    "PUT_ON_AGENDA",
    "RECOMMEND",
    "RECORD_CONFLICT",
    "RECORD_FACT",
    "RECORD_WITHDRAWAL",
    "REFER",
    "REMOVE",
    "REOPEN",
    "RESCHEDULE",
    "RESCORE",
    "RESOLVE",
    "RULE_ON_EARLIER",
    "SEAL",
    "SEAT_MEMBER",
    "SET_ANSWERS_DUE",
    "SET_RULES",
    "STEP_ASIDE",
    "TALLY",
    "VOTE",
    "WITHDRAW",
    "BrokenComment",
    "Overtaken",
    "Word",
    "allow_correction",
    "arrange_agenda",
    "ask_correction",
    "cancel_meeting",
    "check_in",
    "close_meeting",
    "closing_gaps",
    "correct_council",
    "correct_minutes",
    "correct_seat",
    "declare",
    "decline_correction",
    "end_answers",
    "end_seat",
    "establish_council",
    "exclude_item",
    "open_all_items",
    "open_item",
    "open_meeting",
    "opening_gaps",
    "order_agenda",
    "order_rescoring",
    "plan_meeting",
    "postpone_meeting",
    "put_on_agenda",
    "recommend",
    "record_attendance",
    "record_conflict",
    "record_fact",
    "record_resolution",
    "record_vote",
    "record_withdrawal",
    "refer_to_meeting",
    "remove_from_agenda",
    "reopen_item",
    "reschedule_meeting",
    "rule_on_earlier",
    "save_choice",
    "save_choices",
    "save_comment",
    "seal_sheet",
    "seat_member",
    "set_answers_due",
    "set_rules",
    "step_aside",
    "tally_item",
    "withdraw_product",
]
