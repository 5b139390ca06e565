"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.samples.acts.add_indicator import ADD_INDICATOR, add_indicator
from ocop.casework.samples.acts.add_laboratory import ADD_LABORATORY, add_laboratory
from ocop.casework.samples.acts.ask import ASK, ask_for_test
from ocop.casework.samples.acts.ask_again import ASK_AGAIN, ask_for_counter_sample
from ocop.casework.samples.acts.attach import ATTACH, attach_report
from ocop.casework.samples.acts.choose import CHOOSE, choose_sample
from ocop.casework.samples.acts.drop import DROP, drop_demand
from ocop.casework.samples.acts.drop_indicator import DROP_INDICATOR, drop_indicator
from ocop.casework.samples.acts.edit_laboratory import EDIT_LABORATORY, edit_laboratory
from ocop.casework.samples.acts.hand_over import HAND_OVER, hand_over_sample
from ocop.casework.samples.acts.postpone import POSTPONE, postpone_test
from ocop.casework.samples.acts.report import REPORT, record_report, record_table
from ocop.casework.samples.acts.resume import RESUME, resume_test
from ocop.casework.samples.acts.send import SEND, send_sample
from ocop.casework.samples.acts.set_aside import SET_ASIDE, set_report_aside
from ocop.casework.samples.acts.settle_name import SETTLE_NAME, settle_name
from ocop.casework.samples.acts.take import TAKE, take_sample
from ocop.casework.samples.acts.void import VOID, void_sample

ABOUT_A_DEMAND = (TAKE, CHOOSE, RESUME, POSTPONE, DROP)
"""Those with a button on the page of a product to be tested."""
ABOUT_A_SAMPLE = (SEND, REPORT, SETTLE_NAME, ADD_INDICATOR, HAND_OVER, ATTACH, ASK_AGAIN, SET_ASIDE, VOID)
"""Those with a button on the page of a sample."""
ACTS = (ADD_LABORATORY, EDIT_LABORATORY, ASK, *ABOUT_A_DEMAND, *ABOUT_A_SAMPLE, DROP_INDICATOR)

__all__ = [
    "ABOUT_A_DEMAND",
    "ABOUT_A_SAMPLE",
    "ACTS",
    "ADD_INDICATOR",
    "ADD_LABORATORY",
    "ASK",
    "ASK_AGAIN",
    "ATTACH",
    "CHOOSE",
    "DROP",
    "DROP_INDICATOR",
    "EDIT_LABORATORY",
    "HAND_OVER",
    "POSTPONE",
    "REPORT",
    "RESUME",
    "SEND",
    "SETTLE_NAME",
    "SET_ASIDE",
    "TAKE",
    "VOID",
    "add_indicator",
    "add_laboratory",
    "ask_for_counter_sample",
    "ask_for_test",
    "attach_report",
    "choose_sample",
    "drop_demand",
    "drop_indicator",
    "edit_laboratory",
    "hand_over_sample",
    "postpone_test",
    "record_report",
    "record_table",
    "resume_test",
    "send_sample",
    "set_report_aside",
    "settle_name",
    "take_sample",
    "void_sample",
]
