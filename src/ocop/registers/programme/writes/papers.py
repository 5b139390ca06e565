"""The papers of a plan: on record, and files kept for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.base import File

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import file_paper, store
from ocop.foundation.documents.correcting import number_taken
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.refusals import Refusal, ensure
from ocop.registers.programme.models import Amendment, Plan
from ocop.registers.programme.permissions.files import PLAN_FILES


def plan_paper(
    plan: Plan,
    number: str,
    on: date | None,
    subject: str,
    file: StoredFile | None,
    *,
    by: Person,
    at: datetime,
) -> Paper | None:
    """The issued paper on record; none where number or day are not known."""
    if not number or on is None:
        return None
    issuer = f"UBND {plan.place}"
    known = paper_numbered(number, issuer=issuer, year=on.year)
    ensure(_refuse_taken(known, number, on.year))
    return known or file_paper(
        kind=PaperKind.PLAN,
        number=number,
        issued_on=on,
        issuer=issuer,
        subject=subject,
        file=file,
        by=by,
        at=at,
    )


def _refuse_taken(paper: Paper | None, number: str, year: int) -> Refusal | None:
    """A paper on record may be that of this plan; what a plan or amendment rests on already is another."""
    if paper is None:
        return None
    if not Plan.objects.filter(paper=paper).exists() and not Amendment.objects.filter(paper=paper).exists():
        return None
    return number_taken(number, year, paper.subject)


def kept_file(upload: File[Any] | None, *, by: Person, at: datetime) -> StoredFile | None:
    """The upload kept for plans; None where there was none."""
    return store(upload, owner=PLAN_FILES, by=by, at=at) if upload else None
