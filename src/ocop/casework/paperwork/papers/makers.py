"""How the papers of this package are made, after the act, from what it froze."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.advisory import team_report_data
from ocop.casework.paperwork.papers.frame import FOLDER
from ocop.casework.paperwork.papers.report import report_data
from ocop.casework.paperwork.papers.sheets import labels_of, scores_data, sheets_data
from ocop.casework.paperwork.permissions import PAPER_FILES
from ocop.casework.paperwork.rules import Kind
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Data, Maker
from ocop.kernel.text import slugify_vi

_NAMES = {
    Kind.SHEETS: "phieu-danh-gia", Kind.SCORES: "bang-diem", Kind.REPORT: "bao-cao-hoi-dong",
    Kind.ADVISORY: "bao-cao-to-tu-van",
}  # fmt: skip


def paper_data(paper: MeetingPaper) -> dict[str, Any]:
    """What a paper says, from sealed data."""
    if paper.item is not None:
        return sheets_data(paper.item, labels_of(paper.meeting))
    if paper.report is not None:
        return team_report_data(paper)
    return report_data(paper) if paper.kind == Kind.REPORT else scores_data(paper.meeting)


def _content(paper: MeetingPaper) -> Content:
    about = "" if paper.item is None else paper.item.dossier.product.name
    if paper.report is not None:
        about = paper.report.number
    name = f"{'-'.join(filter(None, (_NAMES[Kind(paper.kind)], slugify_vi(about))))}.pdf"
    return Content(paper_data(paper), name, paper.by, paper.at)


def _template(data: Data) -> Path:
    return FOLDER / f"{data['paper']}.typ"


def _keep(paper: Any, file: StoredFile) -> None:
    paper.file = file
    paper.save(update_fields=["file"])


def _unprinted() -> QuerySet[MeetingPaper]:
    names = (
        "meeting__council__programme__province",
        "meeting__rules",
        "item__dossier__product",
        "report",
        "by",
    )
    return MeetingPaper.objects.filter(file__isnull=True).select_related(*names)


PAPER = Maker(
    model=MeetingPaper,
    owner=PAPER_FILES,
    template=_template,
    content=_content,
    keep=_keep,
    missing=_unprinted,
)
