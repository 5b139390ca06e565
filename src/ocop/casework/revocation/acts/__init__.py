"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.revocation.acts.answer import ANSWER, record_answer
from ocop.casework.revocation.acts.dismiss import DISMISS, dismiss_cessation
from ocop.casework.revocation.acts.drop import DROP, drop_revocation
from ocop.casework.revocation.acts.prepare import PREPARE, prepare_revocation
from ocop.casework.revocation.acts.report import REPORT, report_cessation
from ocop.casework.revocation.acts.return_ import RETURN, return_revocation
from ocop.casework.revocation.acts.send import SEND, send_revocation
from ocop.casework.revocation.acts.sign import SIGN, sign_revocation
from ocop.casework.revocation.acts.verify import VERIFY, verify_revocation

ACTS = (REPORT, DISMISS, PREPARE, VERIFY, SIGN, SEND, ANSWER, RETURN, DROP)
ABOUT_A_REVOCATION = ACTS[3:]
"""Those with a button on its page."""

__all__ = [
    "ABOUT_A_REVOCATION",
    "ACTS",
    "ANSWER",
    "DISMISS",
    "DROP",
    "PREPARE",
    "REPORT",
    "RETURN",
    "SEND",
    "SIGN",
    "VERIFY",
    "dismiss_cessation",
    "drop_revocation",
    "prepare_revocation",
    "record_answer",
    "report_cessation",
    "return_revocation",
    "send_revocation",
    "sign_revocation",
    "verify_revocation",
]
