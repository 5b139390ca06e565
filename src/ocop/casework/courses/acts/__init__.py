"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.courses.acts.add_day import ADD_DAY, add_days
from ocop.casework.courses.acts.add_material import ADD_MATERIAL, add_material
from ocop.casework.courses.acts.add_period import ADD_PERIOD, add_period
from ocop.casework.courses.acts.correct_attendance import CORRECT_ATTENDANCE, correct_attendance
from ocop.casework.courses.acts.record_sheet import RECORD_SHEET, record_sheet
from ocop.casework.courses.acts.remove_day import REMOVE_DAY, remove_day
from ocop.casework.courses.acts.renew_code import RENEW_CODE, renew_code
from ocop.casework.courses.acts.sign_in import refuse_sign_in, sign_in, unknown_code
from ocop.casework.courses.acts.withdraw_attendance import WITHDRAW_ATTENDANCE, withdraw_attendance

ACTS = (
    ADD_DAY, ADD_PERIOD, REMOVE_DAY, RENEW_CODE, ADD_MATERIAL, RECORD_SHEET, CORRECT_ATTENDANCE,
    WITHDRAW_ATTENDANCE,
)  # fmt: skip

__all__ = [
    "ACTS", "ADD_DAY", "ADD_MATERIAL", "ADD_PERIOD", "CORRECT_ATTENDANCE", "RECORD_SHEET", "REMOVE_DAY",
    "RENEW_CODE", "WITHDRAW_ATTENDANCE", "add_days", "add_material", "add_period", "correct_attendance",
    "record_sheet", "refuse_sign_in", "remove_day", "renew_code", "sign_in", "unknown_code",
    "withdraw_attendance",
]  # fmt: skip
