"""How sampling records and letters with samples are made, after the act."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.casework.samples.models import Dispatch, Sample
from ocop.casework.samples.papers.records import FOLDER, dispatch_data, record_data
from ocop.casework.samples.permissions import PAPER_FILES
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker, register


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    register(RECORD)
    register(LETTER)


def _record(sample: Sample) -> Content:
    return Content(record_data(sample), f"bien-ban-lay-mau-{sample.code}.pdf", sample.by, sample.at)


def _letter(dispatch: Dispatch) -> Content:
    name = f"phieu-gui-mau-{dispatch.sample.code}.pdf"
    return Content(dispatch_data(dispatch), name, dispatch.by, dispatch.at)


def _keep(paper: Any, file: StoredFile) -> None:
    paper.file = file
    paper.save(update_fields=["file"])


def _samples() -> QuerySet[Sample]:
    return Sample.objects.with_names().filter(file__isnull=True)


def _dispatches() -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(file__isnull=True).select_related("sample__demand__dossier", "laboratory")


RECORD = Maker(
    model=Sample, owner=PAPER_FILES, template=FOLDER / "bien_ban_lay_mau.typ", content=_record, keep=_keep,
    missing=_samples,
)  # fmt: skip
LETTER = Maker(
    model=Dispatch, owner=PAPER_FILES, template=FOLDER / "phieu_gui_mau.typ", content=_letter, keep=_keep,
    missing=_dispatches,
)  # fmt: skip
