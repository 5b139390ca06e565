"""The decision of annulment as PDF, from what is stored."""

from ocop.casework.annulment.papers.decision import decision_data, decision_pdf

__all__ = ["decision_data", "decision_pdf"]
