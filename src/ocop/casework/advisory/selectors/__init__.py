"""Reads that pages and other packages share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from ocop.casework.advisory.labels import SUGGESTIONS
from ocop.casework.advisory.models import Report, Team
from ocop.casework.advisory.rules import Suggestion
from ocop.casework.advisory.states import ReportState
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import Section
from ocop.registers.programme.models import Programme


@dataclass(frozen=True)
class Advice:
    """A handed-in report with its findings in the order of the sheet."""

    report: Report
    rows: list[tuple[str, str]]

    @property
    def suggestion(self) -> str:
        """What the team suggests, in words."""
        return str(SUGGESTIONS[Suggestion(self.report.suggestion)])


def team_on(programme: Programme, at: datetime) -> Team | None:
    """The team that works at this moment; the latest where several do."""
    day = timezone.localdate(at)
    teams = Team.objects.filter(programme=programme, starts_on__lte=day).select_related("established_by")
    return next((one for one in teams if one.works_on(day)), None)


def sections_of(dossier: Dossier) -> list[Section]:
    """The sections of the sheet of a dossier, of each of which a report says something."""
    return list(set_of(dossier).sections)


def heading(section: Section) -> str:
    """A section as the sheet numbers it."""
    return f"{section.code}. {said(section.label)}"


def rows_of(report: Report) -> list[tuple[str, str]]:
    """What a report says of each section."""
    findings = report.findings
    return [
        (heading(one), findings[one.code]) for one in sections_of(report.dossier) if findings.get(one.code)
    ]


def beside(dossier: Dossier) -> Advice | None:
    """The report in force of a dossier: for its page, the score sheet, the minutes. One statement."""
    reports = Report.objects.filter(dossier=dossier, state=ReportState.HANDED_IN)
    report = reports.select_related("handed_in_by", "team__established_by").first()
    if report is None:
        return None
    report.dossier = dossier
    return Advice(report, rows_of(report))


def reports_in_force(dossiers: Iterable[int]) -> list[Report]:
    """The reports in force of several dossiers, by their ids. One statement."""
    rows = Report.objects.filter(dossier__in=list(dossiers), state=ReportState.HANDED_IN)
    return list(rows.order_by("pk"))
