"""Every act of this package, in the order of the work; one file each."""

from ocop.foundation.recovery.acts.issue_code import ISSUE_CODE, issue_code
from ocop.foundation.recovery.acts.lift_lock import LIFT_LOCK, lift_lock
from ocop.foundation.recovery.acts.reset_second_factor import RESET_SECOND_FACTOR, reset_second_factor
from ocop.foundation.recovery.acts.use_code import use_code

ACTS = (ISSUE_CODE, RESET_SECOND_FACTOR, LIFT_LOCK)

__all__ = [
    "ACTS",
    "ISSUE_CODE",
    "LIFT_LOCK",
    "RESET_SECOND_FACTOR",
    "issue_code",
    "lift_lock",
    "reset_second_factor",
    "use_code",
]
