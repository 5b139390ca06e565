"""The page of all papers of a meeting, each of them, the archive of all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ocop.casework.certificates.about import find_decision, find_notice, see_decision, see_notice
from ocop.casework.certificates.permissions import refuse_list_decisions
from ocop.casework.paperwork.about import find_report, see_papers
from ocop.casework.paperwork.acts import MAKE
from ocop.casework.paperwork.labels import STATES, STEPS
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.pages.chain import (
    Line,
    chain_of,
    decision_word,
    letter_word,
    minutes_word,
    notice_word,
    pieces_of,
    report_word,
    team_report_word,
)
from ocop.casework.paperwork.papers.contents import with_contents
from ocop.casework.paperwork.papers.frame import council_frame
from ocop.casework.paperwork.rules import Kind, State
from ocop.casework.review.about import find_meeting
from ocop.casework.review.models import Meeting
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.engines.archive import Member, streamed
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.rows import the_one
from ocop.kernel.text import slugify_vi

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def papers(request: PersonRequest, key: UUID) -> HttpResponse:
    """Every paper of the chain: made, still to make, waiting for a number, to edit in Word."""
    who = request.who
    meeting = _seen(request, key)
    lines = chain_of(who, meeting)
    unmade = MeetingPaper.objects.filter(meeting=meeting, file__isnull=True).select_related("meeting", "item")
    to_make = any(line.state == State.TO_MAKE for line in lines)
    offered = [one for one in buttons([MAKE], who, meeting) if one.refusal is None]
    context = {
        "meeting": meeting,
        "name": _("Bộ giấy tờ"),
        "kicker": meeting.title,
        "steps": [(STEPS[step], [_row(line) for line in rows]) for step, rows in _by_step(lines)],
        "buttons": offered if to_make else [],
        "printing": waiting_for(unmade, who.at),
        "files": len(pieces_of(lines)),
    }
    return render(request, "paperwork/papers.html", context)


def _by_step(lines: list[Line]) -> Iterator[tuple[Any, list[Line]]]:
    for step, rows in groupby(lines, key=lambda line: line.step):
        yield step, list(rows)


def _row(line: Line) -> dict[str, Any]:
    word, kind = STATES[line.state]
    return {"line": line, "state": word, "kind": kind}


def _seen(request: PersonRequest, key: UUID) -> Meeting:
    meeting = find_meeting(request.who, key)
    see_papers(request.who, meeting)
    return meeting


@require_safe
def archive(request: PersonRequest, key: UUID) -> StreamingHttpResponse:
    """All of them in one archive with a list of contents, sent while it is made."""
    who, meeting = request.who, _seen(request, key)
    pieces = pieces_of(chain_of(who, meeting))
    frame = council_frame(meeting)
    closed = f"Phiên họp bế mạc lúc {frame['closed']}, biên bản số {frame['minutes']}."
    head = frame | {"subject": f"Bộ giấy tờ: {meeting.title}", "lead": closed}
    members = with_contents([(one.name, one.title, one.content) for one in pieces], head, at=who.at)
    return sent(in_vietnamese(members), f"bo-giay-to-{slugify_vi(meeting.title)}.zip", who.at)


def in_vietnamese(members: Iterator[Member]) -> Iterator[Member]:
    """State papers are Vietnamese, also where they are made while the archive is sent."""
    while True:
        with override("vi"):
            member = next(members, None)
        if member is None:
            return
        yield member


def sent(members: Iterator[Member], name: str, at: Any) -> StreamingHttpResponse:
    """An archive on its way; no browser and no proxy keeps it."""
    response = StreamingHttpResponse(streamed(members, at=at), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def paper(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """A paper that is made here."""
    rows = MeetingPaper.objects.select_related("meeting__council__programme__province", "item", "file")
    found = the_one(rows.filter(key=key))
    if found is None:
        raise Http404(_("Không có giấy tờ này."))
    see_papers(request.who, found.meeting)
    return paper_of(request, found, found.file)


@require_safe
def minutes_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The minutes to edit; those of before have none."""
    meeting = _seen(request, key)
    if not meeting.minutes_content:
        raise Http404(_("Biên bản này không có bản Word."))
    return as_word(minutes_word(meeting, request.who.at), "bien-ban.docx")


@require_safe
def report_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The council's report to edit."""
    report = find_report(request.who, key)
    see_papers(request.who, report.meeting)
    return as_word(report_word(report, request.who.at), "bao-cao-hoi-dong.docx")


@require_safe
def team_report_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The advisory team's report in Word."""
    report = find_report(request.who, key, Kind.ADVISORY)
    see_papers(request.who, report.meeting)
    return as_word(team_report_word(report, request.who.at), "bao-cao-to-tu-van.docx")


@require_safe
def letter_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The submission letter to edit."""
    decision = find_decision(request.who, key)
    see_decision(request.who, decision)
    ensure(refuse_list_decisions(request.who))
    return as_word(letter_word(decision, request.who.at), "to-trinh.docx")


@require_safe
def decision_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The draft decision with its annex to edit; one that is signed, or of another kind, has none."""
    decision = find_decision(request.who, key)
    see_decision(request.who, decision)
    ensure(refuse_list_decisions(request.who))
    if decision.is_signed or decision.is_replacement:
        raise Http404(_("Quyết định này không có bản Word."))
    return as_word(decision_word(decision, request.who.at), "du-thao-quyet-dinh.docx")


@require_safe
def notice_docx(request: PersonRequest, key: UUID) -> HttpResponse:
    """The notice to edit, for the offices."""
    notice = find_notice(request.who, key)
    see_notice(request.who, notice)
    ensure(refuse_list_decisions(request.who))
    return as_word(notice_word(notice, request.who.at), "thong-bao-ket-qua.docx")


def as_word(content: bytes, name: str) -> HttpResponse:
    """A Word file to save."""
    response = HttpResponse(content, content_type=DOCX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
