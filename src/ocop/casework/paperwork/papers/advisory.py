"""The advisory team's report on the products of a meeting, from what the team handed in and sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from ocop.casework.advisory.labels import FUNCTIONS, SUGGESTIONS
from ocop.casework.advisory.models import Report, TeamSeat, TeamSheet
from ocop.casework.advisory.rules import Function, Suggestion
from ocop.casework.advisory.selectors import reports_in_force, rows_of
from ocop.casework.advisory.selectors.sheets import points_of, sealed_sheets
from ocop.casework.certificates.papers.frame import bases, paper_words
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.frame import council_frame
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.papers.people import moment
from ocop.casework.review.selectors import agenda
from ocop.foundation.documents.models import Paper
from ocop.kernel.text import number_vi

SYMBOL = "BC-TTV"


def reported(meeting: Meeting) -> list[Paper]:
    """The reports that are made here: those whose file somebody kept are not made again."""
    return [number for number in _handed_in(meeting) if number.file_id is None]


def _handed_in(meeting: Meeting) -> dict[Paper, list[tuple[AgendaItem, Report]]]:
    """By the number under which it came before the council, what the team handed in of each product. Two
    statements.
    """
    items = agenda(meeting)
    reports = {report.dossier_id: report for report in reports_in_force(item.dossier_id for item in items)}
    found: dict[Paper, list[tuple[AgendaItem, Report]]] = {}
    for item in items:
        if item.dossier_id in reports:
            report = reports[item.dossier_id]
            report.dossier = item.dossier
            found.setdefault(item.advisory_report, []).append((item, report))
    return found


def team_report_data(paper: MeetingPaper) -> dict[str, Any]:
    """The team's findings, suggestion and points of each product; who was on it, who wrote, who signs."""
    meeting, number = paper.meeting, paper.report
    assert number is not None  # noqa: S101 - asked of reports of the team only
    assert meeting.closed_at is not None  # noqa: S101 - only closed meetings have papers
    rows = _handed_in(meeting).get(number, [])
    teams = {report.team_id: report.team for _item, report in rows}
    seats = [
        seat
        for seat in TeamSeat.objects.filter(team__in=teams).select_related("person")
        if seat.is_held(number.issued_on)
    ]
    items, council = [item for item, _report in rows], meeting.council.name
    return {
        **council_frame(meeting),
        "paper": "bao_cao_to_tu_van",
        "agency": number.issuer,
        "council": council,
        "number": number.number,
        "symbol": SYMBOL,
        "date": number.issued_on.isoformat(),
        "subject": f"Kết quả thẩm định hồ sơ, sản phẩm OCOP trình {council}",
        "bases": [
            *bases(items, meeting.closed_at)[:-1],  # the report came before the minutes
            *(f"Căn cứ {paper_words(team.established_by)}" for team in teams.values()),
        ],
        "members": [_member(seat) for seat in seats],
        "many": f"{len(rows):02d}",
        "products": [_product(place, item, report) for place, (item, report) in enumerate(rows, start=1)],
        "head": next((str(one.person) for one in seats if one.function == Function.HEAD), ""),
    }


def _member(seat: TeamSeat) -> str:
    return f"{seat.person}, {str(FUNCTIONS[Function(seat.function)]).lower()} ({seat.agency})"


def _product(place: int, item: AgendaItem, report: Report) -> dict[str, Any]:
    product, sheets = item.dossier.product, sealed_sheets(item.dossier)
    points = points_of(item.dossier, sheets)
    return {
        "place": str(place),
        "name": product.name,
        "producer": product.producer.name,
        "suggestion": str(SUGGESTIONS[Suggestion(report.suggestion)]),
        "total": "" if points is None else number_vi(points.total),
        "findings": [f"{title}: {text}" for title, text in rows_of(report)],
        "conclusion": report.conclusion,
        "handed_in": f"{report.handed_in_by} nộp bản {report.version} lúc {moment(report.handed_in_at)}",
        "parts": [
            f"phần {code} {number_vi(has)}" for code, has in ({} if points is None else points.parts).items()
        ],
        "sheets": list(_sheets(sheets)),
    }


def _sheets(sheets: Iterable[TeamSheet]) -> Iterator[list[str]]:
    """Who gave how many points, and the code of the sealed sheet."""
    for sheet in sheets:
        given = (sheet.content or {}).get("points", {})
        yield [str(sheet.seat.person), number_vi(sum(map(Fraction, given.values()), Fraction(0))), sheet.code]
