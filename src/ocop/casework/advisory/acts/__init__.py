"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.advisory.acts.declare import DECLARE, declare_interest
from ocop.casework.advisory.acts.end_seat import END_SEAT, end_seat
from ocop.casework.advisory.acts.establish import ESTABLISH, establish_team
from ocop.casework.advisory.acts.hand_in import HAND_IN, hand_in_report
from ocop.casework.advisory.acts.score import SCORE, save_team_sheet
from ocop.casework.advisory.acts.seal_sheet import SEAL_SHEET, seal_team_sheet
from ocop.casework.advisory.acts.seat import SEAT, seat_adviser
from ocop.casework.advisory.acts.write import WRITE, save_report, write_report

ABOUT_THE_TEAM = (ESTABLISH, SEAT)
ABOUT_A_PRODUCT = (DECLARE, WRITE, HAND_IN, SCORE, SEAL_SHEET)
ACTS = (*ABOUT_THE_TEAM, END_SEAT, *ABOUT_A_PRODUCT)

__all__ = [
    "ABOUT_A_PRODUCT",
    "ABOUT_THE_TEAM",
    "ACTS",
    "DECLARE",
    "END_SEAT",
    "ESTABLISH",
    "HAND_IN",
    "SCORE",
    "SEAL_SHEET",
    "SEAT",
    "WRITE",
    "declare_interest",
    "end_seat",
    "establish_team",
    "hand_in_report",
    "save_report",
    "save_team_sheet",
    "seal_team_sheet",
    "seat_adviser",
    "write_report",
]
