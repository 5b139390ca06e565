"""Every act of this package, in the order of the work; one file each."""

from ocop.registers.programme.acts.days_off_edit import EDIT_DAYS_OFF, edit_days_off
from ocop.registers.programme.acts.days_off_enter import ENTER_DAYS_OFF, enter_days_off
from ocop.registers.programme.acts.settle import SETTLE, settle_anomaly

ACTS = (SETTLE, ENTER_DAYS_OFF, EDIT_DAYS_OFF)

__all__ = [
    "ACTS",
    "EDIT_DAYS_OFF",
    "ENTER_DAYS_OFF",
    "SETTLE",
    "edit_days_off",
    "enter_days_off",
    "settle_anomaly",
]
