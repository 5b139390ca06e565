"""Every act of this package, in the order of the work; one file each."""

from ocop.registers.rounds.acts.open_ import OPEN, open_round
from ocop.registers.rounds.acts.open_extra import OPEN_EXTRA, open_extra_round
from ocop.registers.rounds.acts.settle_boundary import SETTLE_BOUNDARY, settle_boundary

ACTS = (OPEN, OPEN_EXTRA, SETTLE_BOUNDARY)

__all__ = [
    "ACTS",
    "OPEN",
    "OPEN_EXTRA",
    "SETTLE_BOUNDARY",
    "open_extra_round",
    "open_round",
    "settle_boundary",
]
