"""The decision of revocation as PDF, from what is stored."""

from ocop.casework.revocation.papers.decision import decision_data, decision_pdf

__all__ = ["decision_data", "decision_pdf"]
