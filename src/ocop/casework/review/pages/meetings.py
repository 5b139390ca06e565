"""The list of meetings, and the page of one for whoever looks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.review import permissions
from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.review.acts import (
    ABOUT_A_MEETING,
    AFTER_A_MEETING,
    CLOSE,
    OPEN,
    OPEN_ALL,
    closing_gaps,
    opening_gaps,
)
from ocop.casework.review.labels import MEETING_KINDS, meeting_state_name
from ocop.casework.review.lists import KINDS_OF_STATES, MeetingFilter, MeetingTable
from ocop.casework.review.models import Meeting, MinutesCorrection
from ocop.casework.review.pages.shown import outcome_rows
from ocop.casework.review.permissions.who import ask_together, is_secretary, presiding_seat, scoring_seat
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.selectors import Board, agenda, board, late_packs, pack_due_on, tasks
from ocop.casework.review.selectors.above import ways
from ocop.casework.review.states import UNFINISHED, UPCOMING, ItemState, MeetingState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Button, buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.rules import Waiting
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.lists import ListView


class MeetingList(ListView):
    """Every meeting that this person may see."""

    useful_first = (Q(state=MeetingState.OPEN), Q(state=MeetingState.PLANNED))
    table_class = MeetingTable
    filterset_class = MeetingFilter
    heading = _("Phiên họp hội đồng")
    empty_title = _("Chưa có phiên họp nào")
    empty_text = _("Mở trang hội đồng để lên lịch phiên họp.")
    exporter = as_xlsx
    export_name = "phien-hop"

    def get_queryset(self) -> QuerySet[Meeting]:
        """With the number of products on the agenda."""
        rows = Meeting.objects.visible_to(self.request.user, self.request.who.at).select_related("council")
        on_agenda = ~Q(items__state=ItemState.REMOVED) & Q(items__isnull=False)
        return rows.annotate(products=Count("items", filter=on_agenda, distinct=True))


def _head(meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "kind": MEETING_KINDS[MeetingKind(meeting.kind)],
        "stage": meeting_state_name(meeting.state),
        "stage_kind": KINDS_OF_STATES[MeetingState(meeting.state)],
    }


def meeting(request: PersonRequest, key: UUID) -> HttpResponse:
    """One meeting: the own products for a member, the board for its keepers, results once it is closed."""
    who, found = request.who, find_meeting(request.who, key)
    ask_together(who)
    see_meeting(who, found)
    keeps = permissions.refuse_keep(who, found) is None
    prepares = permissions.refuse_prepare(who, found) is None
    context = _head(found) | {
        "keeps": keeps,
        "prepares": prepares,
        "presides": presiding_seat(who, found) is not None,
        "is_secretary": is_secretary(who, found.council),
        "scores": scoring_seat(who, found) is not None,
        "tasks": _tasks(who, found),
        "ways": ways(who, found),
    }
    if (keeps or prepares) and found.state in UNFINISHED:
        context |= _board(who, found)
    if found.state in UNFINISHED:
        due = context["pack_due_on"] = pack_due_on(found)
        context["late_packs"] = late_packs(due, agenda(found)) if due and (keeps or prepares) else []
    if found.state in UPCOMING and (keeps or prepares):
        gaps = context["opening_gaps"] = list(opening_gaps(found, who.at))
        context["buttons"] = _buttons(who, found, context["board"], gaps)
    if found.state == MeetingState.OPEN and keeps:
        context |= _closing(who, found, context["board"])
    if found.state == MeetingState.CLOSED:
        context["may_read_minutes"] = permissions.refuse_read_minutes(who, found) is None
        items = [task.item for task in context["tasks"]["rows"]] or agenda(found)
        context["outcomes"] = outcome_rows(who, found, items)
        context["buttons"] = [one for one in buttons(AFTER_A_MEETING, who, found) if one.refusal is None]
        context["corrections"] = _corrections(who, found)
        context["printing"] = _printing(who, found, context["corrections"])
    return render(request, "review/meeting.html", context)


def _corrections(who: Who, found: Meeting) -> list[MinutesCorrection]:
    """What was put right on the minutes, for whoever may read them."""
    if permissions.refuse_read_minutes(who, found) is not None:
        return []
    return list(found.corrections.select_related("paper"))


def minutes(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The minutes of a closed meeting."""
    found = find_meeting(request.who, key)
    is_read = permissions.refuse_read_minutes(request.who, found) is None
    if found.state != MeetingState.CLOSED or not is_read:
        raise Http404(__("Không có văn bản này."))
    return paper_of(request, found, found.minutes)


def _printing(who: Who, found: Meeting, corrections: list[MinutesCorrection]) -> Waiting | None:
    """How the papers stand that are not made yet."""
    unmade: list[Model] = [one for one in corrections if one.paper.file_id is None]
    return waiting_for(unmade if found.minutes_id else [found, *unmade], who.at)


def correction(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """A correcting paper of minutes."""
    rows = MinutesCorrection.objects.select_related("paper__file", "meeting__council__programme__province")
    found = rows.filter(key=key).first()
    if found is None or permissions.refuse_read_minutes(request.who, found.meeting) is not None:
        raise Http404(__("Không có văn bản này."))
    return paper_of(request, found, found.paper.file)


def _tasks(who: Who, found: Meeting) -> dict[str, Any]:
    mine = tasks(who, found)
    return {
        "rows": mine,
        "undeclared": sum(task.declaration is None for task in mine),
        "to_score": sum(task.is_to_score for task in mine),
        "sealed": sum(task.is_sealed for task in mine),
        "next": next((task for task in mine if task.is_to_score), None),
    }


def _board(who: Who, found: Meeting) -> dict[str, Any]:
    """The board, without the products from which a conflict keeps this person."""
    shown = board(found, who.at)
    kept_from = {
        row.item.pk for row in shown.items if any(seat.person_id == who.person.pk for seat in row.conflicted)
    }
    return {"board": shown, "kept_from": kept_from}


def board_fragment(request: PersonRequest, key: UUID) -> HttpResponse:
    """The board alone, asked for again every few seconds."""
    who, found = request.who, find_meeting(request.who, key)
    see_meeting(who, found)
    ensure(permissions.refuse_keep(who, found))
    prepares = permissions.refuse_prepare(who, found) is None
    context = _head(found) | _board(who, found) | {"keeps": True, "prepares": prepares}
    if found.is_open:
        context |= _closing(who, found, context["board"])
    return render(request, "review/board.html", context)


def _closing(who: Who, found: Meeting, shown: Board) -> dict[str, Any]:
    """What stands against closing, and what may be done meanwhile."""
    gaps = list(closing_gaps(found, [row.item for row in shown.items]))
    return {"closing_gaps": gaps, "buttons": _buttons(who, found, shown, gaps)}


def _buttons(who: Who, found: Meeting, shown: Board, gaps: list[Refusal]) -> list[Button]:
    """What this person may do with the meeting; it is not opened or closed before every gap is."""
    refusal = permissions.refuse_keep(who, found) or next(iter(gaps), None)
    known = {OPEN.name: refusal, CLOSE.name: refusal}
    waits = any(row.item.state == ItemState.WAITING for row in shown.items)
    wanted = [act for act in ABOUT_A_MEETING if waits or act is not OPEN_ALL]
    return [one for one in buttons(wanted, who, found, known) if one.refusal is None]
