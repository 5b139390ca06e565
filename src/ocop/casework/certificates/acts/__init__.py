"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.certificates.acts.amend import AMEND, amend_decision
from ocop.casework.certificates.acts.answer import ANSWER, record_central_answer
from ocop.casework.certificates.acts.correct import CORRECT, correct_decision
from ocop.casework.certificates.acts.correct_notice import CORRECT_NOTICE, correct_notice
from ocop.casework.certificates.acts.draft import DRAFT, draft_decision
from ocop.casework.certificates.acts.drop import DROP, drop_decision
from ocop.casework.certificates.acts.notify import NOTIFY, notify_result, notify_results
from ocop.casework.certificates.acts.number import NUMBER, number_notice
from ocop.casework.certificates.acts.propose import PROPOSE, record_proposal
from ocop.casework.certificates.acts.redo import REDO, redo_after_answer
from ocop.casework.certificates.acts.replace import REPLACE, replace_certificate
from ocop.casework.certificates.acts.return_ import RETURN, return_decision
from ocop.casework.certificates.acts.sign import SIGN, sign_decision
from ocop.casework.certificates.acts.submit import SUBMIT, submit_decision
from ocop.casework.certificates.acts.use_central import USE_CENTRAL, use_central_result

ACTS = (
    *(DRAFT, AMEND, SUBMIT, RETURN, DROP, SIGN, PROPOSE, ANSWER, USE_CENTRAL, REDO),
    *(NOTIFY, NUMBER, CORRECT, CORRECT_NOTICE, REPLACE),
)
ABOUT_A_DECISION = (SUBMIT, AMEND, DROP, SIGN, RETURN, CORRECT)
"""Those with a button on a decision's page."""

__all__ = [
    "ABOUT_A_DECISION",
    "ACTS",
    "AMEND",
    "ANSWER",
    "CORRECT",
    "CORRECT_NOTICE",
    "DRAFT",
    "DROP",
    "NOTIFY",
    "NUMBER",
    "PROPOSE",
    "REDO",
    "REPLACE",
    "RETURN",
    "SIGN",
    "SUBMIT",
    "USE_CENTRAL",
    "amend_decision",
    "correct_decision",
    "correct_notice",
    "draft_decision",
    "drop_decision",
    "notify_result",
    "notify_results",
    "number_notice",
    "record_central_answer",
    "record_proposal",
    "redo_after_answer",
    "replace_certificate",
    "return_decision",
    "sign_decision",
    "submit_decision",
    "use_central_result",
]
