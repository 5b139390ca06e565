"""Every write of this package: one function, one verb that an official would say."""

from ocop.casework.certificates.actions.drafting import draft_decision, drop_decision, return_decision, submit_decision
from ocop.casework.certificates.actions.signing import sign_decision

__all__ = ["draft_decision", "drop_decision", "return_decision", "sign_decision", "submit_decision"]
