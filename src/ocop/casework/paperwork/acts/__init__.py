"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.paperwork.acts.hand_over import HAND_OVER, hand_over
from ocop.casework.paperwork.acts.make import MAKE, make_papers
from ocop.casework.paperwork.acts.number import NUMBER, number_report
from ocop.casework.paperwork.acts.scan_sheet import SCAN_SHEET, scan_sheet
from ocop.casework.paperwork.acts.settle_sheet import SETTLE_SHEET, settle_sheet
from ocop.casework.paperwork.acts.take_decision import TAKE_DECISION, take_decision
from ocop.casework.paperwork.acts.take_minutes import TAKE_MINUTES, take_minutes
from ocop.casework.paperwork.acts.take_word import TAKE_WORD, take_word
from ocop.casework.paperwork.acts.type_sheet import TYPE_SHEET, type_sheet

ABOUT_A_PAPER_SHEET = (TYPE_SHEET, SCAN_SHEET, SETTLE_SHEET)
ACTS = (*ABOUT_A_PAPER_SHEET, MAKE, TAKE_MINUTES, TAKE_WORD, NUMBER, TAKE_DECISION, HAND_OVER)

__all__ = [
    "ABOUT_A_PAPER_SHEET",
    "ACTS",
    "HAND_OVER",
    "MAKE",
    "NUMBER",
    "SCAN_SHEET",
    "SETTLE_SHEET",
    "TAKE_DECISION",
    "TAKE_MINUTES",
    "TAKE_WORD",
    "TYPE_SHEET",
    "hand_over",
    "make_papers",
    "number_report",
    "scan_sheet",
    "settle_sheet",
    "take_decision",
    "take_minutes",
    "take_word",
    "type_sheet",
]
