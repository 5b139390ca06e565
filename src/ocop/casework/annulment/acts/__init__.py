"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.annulment.acts.drop import DROP, drop_annulment
from ocop.casework.annulment.acts.prepare import PREPARE, prepare_annulment
from ocop.casework.annulment.acts.return_ import RETURN, return_annulment
from ocop.casework.annulment.acts.sign import SIGN, sign_annulment
from ocop.casework.annulment.acts.verify import VERIFY, verify_annulment

ACTS = (PREPARE, VERIFY, SIGN, RETURN, DROP)
ABOUT_AN_ANNULMENT = ACTS[1:]
"""Those with a button on its page."""

__all__ = [
    "ABOUT_AN_ANNULMENT",
    "ACTS",
    "DROP",
    "PREPARE",
    "RETURN",
    "SIGN",
    "VERIFY",
    "drop_annulment",
    "prepare_annulment",
    "return_annulment",
    "sign_annulment",
    "verify_annulment",
]
