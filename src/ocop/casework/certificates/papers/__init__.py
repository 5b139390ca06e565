"""The papers of this package, as PDF from the data.
State papers are Vietnamese in any language of the page.
"""

from ocop.casework.certificates.papers.decision import decision_pdf, submission_letter_pdf
from ocop.casework.certificates.papers.letters import proposal_letter_pdf

__all__ = ["decision_pdf", "proposal_letter_pdf", "submission_letter_pdf"]
