"""The content of a dossier in words, and the papers made of it."""

from ocop.casework.dossiers.papers.forms import form_01, form_02, form_03, receipt, receipt_link
from ocop.casework.dossiers.papers.reading import Reading, papers_of, read_changes, read_content

__all__ = [
    "Reading",
    "form_01",
    "form_02",
    "form_03",
    "papers_of",
    "read_changes",
    "read_content",
    "receipt",
    "receipt_link",
]
