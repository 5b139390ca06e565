"""Papers that an act rests on."""

from __future__ import annotations

from datetime import date, datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered


def paper_of(
    kind: PaperKind, number: str, day: date, *, issuer: str, subject: str, by: Person, at: datetime
) -> Paper:
    """The paper with this number, put on record where it is not yet."""
    known = paper_numbered(number, issuer=issuer, year=day.year)
    return known or file_paper(
        kind=kind, number=number, issued_on=day, issuer=issuer, subject=subject, by=by, at=at
    )
