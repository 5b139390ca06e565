"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.renewals.acts.call import CALL, call_for_renewal
from ocop.casework.renewals.acts.decline import DECLINE, decline_renewal
from ocop.casework.renewals.acts.drop import DROP, drop_extension
from ocop.casework.renewals.acts.prepare import PREPARE, prepare_extension
from ocop.casework.renewals.acts.sign import SIGN, sign_extension
from ocop.casework.renewals.acts.take_back import TAKE_BACK, take_back_answer

ACTS = (CALL, DECLINE, TAKE_BACK, PREPARE, SIGN, DROP)
ABOUT_AN_EXTENSION = (SIGN, DROP)
"""Those with a button on its page."""

__all__ = [
    "ABOUT_AN_EXTENSION",
    "ACTS",
    "CALL",
    "DECLINE",
    "DROP",
    "PREPARE",
    "SIGN",
    "TAKE_BACK",
    "call_for_renewal",
    "decline_renewal",
    "drop_extension",
    "prepare_extension",
    "sign_extension",
    "take_back_answer",
]
