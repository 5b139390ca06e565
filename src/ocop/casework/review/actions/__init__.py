"""Every write of review: one function, one verb that a council or its office would say."""

from ocop.casework.review.actions.agenda import order_agenda, plan_meeting, put_on_agenda, remove_from_agenda
from ocop.casework.review.actions.closing import close_meeting, make_minutes
from ocop.casework.review.actions.councils import end_seat, establish_council, seat_member, set_rules
from ocop.casework.review.actions.declaring import Word, declare, record_conflict
from ocop.casework.review.actions.meetings import (
    cancel_meeting,
    open_all_items,
    open_item,
    open_meeting,
    record_attendance,
)
from ocop.casework.review.actions.sheets import (
    BrokenComment,
    Overtaken,
    save_choice,
    save_choices,
    save_comment,
    seal_sheet,
    tidy_comment,
)
from ocop.casework.review.actions.tallying import (
    exclude_item,
    order_rescoring,
    recommend,
    record_fact,
    record_resolution,
    tally_item,
)

__all__ = [
    "BrokenComment",
    "Overtaken",
    "Word",
    "cancel_meeting",
    "close_meeting",
    "declare",
    "end_seat",
    "establish_council",
    "exclude_item",
    "make_minutes",
    "open_all_items",
    "open_item",
    "open_meeting",
    "order_agenda",
    "order_rescoring",
    "plan_meeting",
    "put_on_agenda",
    "recommend",
    "record_attendance",
    "record_conflict",
    "record_fact",
    "record_resolution",
    "remove_from_agenda",
    "save_choice",
    "save_choices",
    "save_comment",
    "seal_sheet",
    "seat_member",
    "set_rules",
    "tally_item",
    "tidy_comment",
]
