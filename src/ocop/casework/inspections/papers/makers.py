"""How minutes and letters are made, after the conclusion, from what it froze (decision 0019)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.casework.inspections.models import Inspection, OrderLetter
from ocop.casework.inspections.papers.content import FOLDER
from ocop.casework.inspections.permissions import LETTER_FILES, MINUTES_FILES
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker, register


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    register(MINUTES)
    register(LETTER)


def _minutes(inspection: Inspection) -> Content:
    assert inspection.content is not None  # noqa: S101 - the conclusion froze it
    assert inspection.concluded_at is not None  # noqa: S101
    name = f"bien-ban-kiem-tra-{inspection.starts_on:%Y-%m-%d}.pdf"
    return Content(inspection.content, name, inspection.concluded_by, inspection.concluded_at)


def _letter(letter: OrderLetter) -> Content:
    return Content(letter.content, f"yeu-cau-khac-phuc-{letter.at:%Y-%m-%d}.pdf", letter.by, letter.at)


def _keep(paper: Any, file: StoredFile) -> None:
    paper.file = file
    paper.save(update_fields=["file"])


def _inspections() -> QuerySet[Inspection]:
    rows = Inspection.objects.filter(state=InspectionState.CONCLUDED, file__isnull=True)
    return rows.select_related("producer", "concluded_by")


def _letters() -> QuerySet[OrderLetter]:
    return OrderLetter.objects.filter(file__isnull=True).select_related("inspection__producer", "by")


MINUTES = Maker(
    model=Inspection,
    owner=MINUTES_FILES,
    template=FOLDER / "bien_ban_kiem_tra.typ",
    content=_minutes,
    keep=_keep,
    missing=_inspections,
)
LETTER = Maker(
    model=OrderLetter,
    owner=LETTER_FILES,
    template=FOLDER / "yeu_cau_khac_phuc.typ",
    content=_letter,
    keep=_keep,
    missing=_letters,
)
