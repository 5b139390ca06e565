"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.objections.acts.file import FILE, file_objection
from ocop.casework.objections.acts.keep import KEEP, keep_result
from ocop.casework.objections.acts.send_back import SEND_BACK, send_back
from ocop.casework.objections.acts.withdraw import WITHDRAW, withdraw_objection

ACTS = (FILE, KEEP, SEND_BACK, WITHDRAW)
ABOUT_AN_OBJECTION = ACTS[1:]
"""Those with a button on its page."""

__all__ = [
    "ABOUT_AN_OBJECTION",
    "ACTS",
    "FILE",
    "KEEP",
    "SEND_BACK",
    "WITHDRAW",
    "file_objection",
    "keep_result",
    "send_back",
    "withdraw_objection",
]
