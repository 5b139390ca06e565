"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.paperwork.acts.hand_over import HAND_OVER, hand_over
from ocop.casework.paperwork.acts.make import MAKE, make_papers
from ocop.casework.paperwork.acts.number import NUMBER, number_report

ACTS = (MAKE, NUMBER, HAND_OVER)

__all__ = ["ACTS", "HAND_OVER", "MAKE", "NUMBER", "hand_over", "make_papers", "number_report"]
