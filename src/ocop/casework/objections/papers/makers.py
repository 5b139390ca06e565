"""How the letter is made, after the answer, from what it froze (decision 0019)."""

from __future__ import annotations

from pathlib import Path

from django.db.models import QuerySet

from ocop.casework.objections.models import Objection
from ocop.casework.objections.permissions import LETTER_FILES
from ocop.casework.objections.states import ANSWERED
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker

FOLDER = Path("casework") / "objections" / "papers"


def _letter(objection: Objection) -> Content:
    assert objection.content is not None and objection.paper is not None  # noqa: S101, PT018 - answered
    assert objection.answered_at is not None  # noqa: S101
    name = f"tra-loi-kien-nghi-{objection.paper.issued_on:%Y-%m-%d}.pdf"
    return Content(objection.content, name, objection.answered_by, objection.answered_at)


def _keep(objection: Objection, file: StoredFile) -> None:
    objection.file = file
    objection.save(update_fields=["file"])


def _letters() -> QuerySet[Objection]:
    rows = Objection.objects.filter(state__in=sorted(ANSWERED), file__isnull=True)
    return rows.select_related("paper", "answered_by")


LETTER = Maker(
    model=Objection,
    owner=LETTER_FILES,
    template=FOLDER / "tra_loi_kien_nghi.typ",
    content=_letter,
    keep=_keep,
    missing=_letters,
)
