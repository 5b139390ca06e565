"""Lập mọi giấy tờ: every paper of the chain that can be made, in one press."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.about import PAPERS
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers.advisory import reported
from ocop.casework.paperwork.permissions import refuse_make
from ocop.casework.paperwork.rules import OF_MEETING, Kind
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.states import MeetingState, SheetState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.printing.writes import want


@recorded
def make_papers(meeting: Meeting, *, by: Person, at: datetime) -> list[MeetingPaper]:
    """Freezes what the score sheets of each product, the table of scores, the reports that the advisory team
    handed in and the council's report say, and wants them made. What is there already stays; a second press
    adds what came since.

    Refused to all but who keeps the meeting and officers of the province, to who has a conflict in it, and
    before it is closed.
    """
    ensure(refuse_make(who_is(by, at), held(meeting)) or _refuse_open(meeting))
    made = []
    for paper in _missing(meeting, by=by, at=at):
        paper.save(force_insert=True)
        data = {"kind": paper.kind, "meeting": str(meeting.key)}
        want(paper, at=at, entry=record("meetingpaper.make", paper, by=by, at=at, data=data))
        made.append(paper)
    return made


def _missing(meeting: Meeting, *, by: Person, at: datetime) -> Iterator[MeetingPaper]:
    """The papers that are not there yet."""
    rows = MeetingPaper.objects.filter(meeting=meeting)
    known: set[tuple[str, int | None]] = set(rows.values_list("kind", Coalesce("item", "report")))
    items = AgendaItem.objects.filter(meeting=meeting, sheets__state=SheetState.SEALED).distinct()
    for item in items.select_related("dossier__product__producer").order_by("position", "pk"):
        if (Kind.SHEETS, item.pk) not in known:
            item.meeting = meeting
            yield MeetingPaper(meeting=meeting, kind=Kind.SHEETS.value, item=item, by=by, at=at)
    for report in reported(meeting):
        if (Kind.ADVISORY, report.pk) not in known:
            yield MeetingPaper(meeting=meeting, kind=Kind.ADVISORY.value, report=report, by=by, at=at)
    for kind in OF_MEETING:
        if (kind, None) not in known:
            yield MeetingPaper(meeting=meeting, kind=kind.value, by=by, at=at)


def _refuse_open(meeting: Meeting) -> Refusal | None:
    if meeting.state == MeetingState.CLOSED:
        return None
    return Refusal(
        "meeting_not_closed",
        _("Phiên họp chưa bế mạc."),
        _("Giấy tờ lập từ số liệu đã chốt."),
        _("Bế mạc phiên họp trước."),
    )


def _said(_meeting: Meeting, made: list[MeetingPaper]) -> str:
    if not made:
        return gettext("Mọi giấy tờ đã được lập trước đó.")
    return gettext("Đang lập %(count)s giấy tờ, thường trong vài phút.") % {"count": len(made)}


MAKE = Act(
    about=PAPERS,
    name="make",
    path="lap/",
    when=frozenset({MeetingState.CLOSED}),
    refuse=refuse_make,
    do=make_papers,
    button=_("Lập mọi giấy tờ"),
    said=_said,
    at_once=True,
    weight="main",
    icon="file-text",
)
