"""Every write of this package: one function, one verb that an official would say."""

from ocop.casework.certificates.actions.drafting import (
    amend_decision,
    draft_decision,
    drop_decision,
    return_decision,
    submit_decision,
)
from ocop.casework.certificates.actions.notifying import notify_result, notify_results, number_notice
from ocop.casework.certificates.actions.proposing import record_proposal
from ocop.casework.certificates.actions.rendering import Rendering, render_missing
from ocop.casework.certificates.actions.signing import sign_decision

__all__ = [
    "Rendering",
    "amend_decision",
    "draft_decision",
    "drop_decision",
    "notify_result",
    "notify_results",
    "number_notice",
    "record_proposal",
    "render_missing",
    "return_decision",
    "sign_decision",
    "submit_decision",
]
