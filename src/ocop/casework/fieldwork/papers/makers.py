"""How reports are made, after the act."""

from __future__ import annotations

from django.db.models import QuerySet

from ocop.casework.fieldwork.models import FurtherReport, Visit
from ocop.casework.fieldwork.papers.report import FURTHER_TEMPLATE, TEMPLATE, further_data, with_pictures
from ocop.casework.fieldwork.permissions import REPORT_FILES
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker, register


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    register(REPORT)
    register(FURTHER)


def _report(visit: Visit) -> Content:
    assert visit.ended_at is not None  # noqa: S101 - only ended visits have one
    name = f"bien-ban-kiem-tra-{visit.day:%Y-%m-%d}.pdf"
    return Content(visit.report_content or {}, name, visit.ended_by, visit.ended_at)


def _keep_report(visit: Visit, file: StoredFile) -> None:
    visit.report = file
    visit.save(update_fields=["report"])


def _without_report() -> QuerySet[Visit]:
    return Visit.objects.filter(state=VisitState.ENDED, report__isnull=True)


def _further(report: FurtherReport) -> Content:
    return Content(further_data(report), f"bien-ban-bo-sung-{report.number}.pdf", report.by, report.at)


def _keep_further(report: FurtherReport, file: StoredFile) -> None:
    report.file = file
    report.save(update_fields=["file"])


def _without_further() -> QuerySet[FurtherReport]:
    return FurtherReport.objects.filter(file__isnull=True)


REPORT = Maker(
    model=Visit,
    owner=REPORT_FILES,
    template=TEMPLATE,
    content=_report,
    fill=with_pictures,
    keep=_keep_report,
    missing=_without_report,
)
FURTHER = Maker(
    model=FurtherReport,
    owner=REPORT_FILES,
    template=FURTHER_TEMPLATE,
    content=_further,
    keep=_keep_further,
    missing=_without_further,
)
