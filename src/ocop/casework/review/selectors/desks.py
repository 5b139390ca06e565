"""What waits for whom, and what other packages take over from a council."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.models.visible import DESK_ROLES
from ocop.casework.review.permissions.who import conflicts_of, is_secretary, presiding_seat
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.selectors.mine import tasks
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.ui.waiting import MOST_ITEMS, Waiting, WaitingItem


def results_ready_for_decision(at: datetime) -> QuerySet[AgendaItem]:
    """Products of closed meetings that the council proposes to recognise with 3 or 4 stars,
    in order of closing.
    """
    return _closed(Recommendation.RECOGNISE, at)


def proposals_ready(at: datetime) -> QuerySet[AgendaItem]:
    """Products of closed meetings that the council proposes to the ministry for 5 stars."""
    return _closed(Recommendation.PROPOSE, at)


def not_recognised(at: datetime) -> QuerySet[AgendaItem]:
    """Products of closed meetings below 3 stars: no decision, but a written notice (R26-08, R26-33)."""
    return _closed(Recommendation.NONE, at)


def excluded_in_review(at: datetime) -> QuerySet[AgendaItem]:
    """Products of closed meetings that the council excluded."""
    return _ended(at).filter(state=ItemState.EXCLUDED)


def _closed(recommendation: Recommendation, at: datetime) -> QuerySet[AgendaItem]:
    return _ended(at).filter(state=ItemState.CLOSED, recommendation=recommendation)


def _ended(at: datetime) -> QuerySet[AgendaItem]:
    rows = AgendaItem.objects.filter(meeting__state=MeetingState.CLOSED, meeting__closed_at__lte=at)
    names = rows.select_related(
        "meeting__council", "dossier__product__producer", "dossier__commune__parent__parent"
    )
    return names.order_by("meeting__closed_at", "position", "pk")


def waiting(person: Any, at: datetime) -> list[Waiting]:
    """What councils ask of this person: to declare, to score, to settle, to prepare, to schedule."""
    meetings = (
        Meeting.objects.visible_to(person, at).unfinished().select_related("council__programme__province")
    )
    who = who_is(person, at)
    found: list[Waiting] = []
    for meeting in meetings.order_by("starts_at")[:MOST_ITEMS]:
        if meeting.is_open:
            found += _for_member(who, meeting)
            found += _for_chair(who, meeting)
        elif is_secretary(who, meeting.council):
            found.append(
                _one(
                    "review.prepare",
                    _("Phiên họp cần chuẩn bị"),
                    meeting,
                    url=meeting.get_absolute_url(),
                    at=at,
                )
            )
    if {appointment.role for appointment in who.appointments} & DESK_ROLES:
        found += _for_desk(at)
    return found


def _one(key: str, title: str, meeting: Meeting, *, url: str, at: datetime, count: int = 1) -> Waiting:
    day = timezone.localdate(meeting.starts_at)
    left = (day - timezone.localdate(at)).days
    item = WaitingItem(meeting.title, meeting.council.name, url, day, left if not meeting.is_open else None)
    return Waiting(key, title, count, url, items=[item])


def _for_member(who: Who, meeting: Meeting) -> list[Waiting]:
    mine, at = tasks(who, meeting), who.at
    url = meeting.get_absolute_url()
    undeclared = sum(task.declaration is None for task in mine)
    found = []
    if undeclared:
        where = reverse("review:declare", args=[meeting.key])
        found.append(
            _one(
                "review.declare", _("Sản phẩm chờ bạn khai báo"), meeting, url=where, at=at, count=undeclared
            )
        )
    to_score = [task for task in mine if task.is_to_score]
    if to_score:
        items = [
            WaitingItem(
                task.item.dossier.product.name,
                ngettext("còn %(n)s tiêu chí", "còn %(n)s tiêu chí", task.missing) % {"n": task.missing},
                reverse("review:sheet", args=[task.item.key]),
            )
            for task in to_score[:MOST_ITEMS]
        ]
        found.append(Waiting("review.score", _("Sản phẩm chờ bạn chấm"), len(to_score), url, items=items))
    return found


def _for_chair(who: Who, meeting: Meeting) -> list[Waiting]:
    if presiding_seat(who, meeting) is None and not is_secretary(who, meeting.council):
        return []
    rows = meeting.items.select_related("dossier__product").exclude(pk__in=conflicts_of(who))
    kinds = (
        ("review.settle", _("Sản phẩm chờ hội đồng thống nhất"), rows.filter(state=ItemState.DISPUTED)),
        (
            "review.choose",
            _("Sản phẩm chờ chủ tịch chọn phương án"),
            rows.filter(state=ItemState.TALLIED, recommendation=""),
        ),
    )
    found = []
    for key, title, some in kinds:
        items = [
            WaitingItem(item.dossier.product.name, meeting.title, item.get_absolute_url()) for item in some
        ]
        if items:
            found.append(
                Waiting(key, title, len(items), meeting.get_absolute_url(), items=items[:MOST_ITEMS])
            )
    return found


def _for_desk(at: datetime) -> list[Waiting]:
    ready = ready_for_agenda(at)
    count = ready.count()
    if not count:
        return []
    items = [
        WaitingItem(dossier.product.name, dossier.product.producer.name, dossier.get_absolute_url())
        for dossier in ready[:MOST_ITEMS]
    ]
    return [
        Waiting(
            "review.schedule", _("Hồ sơ chờ xếp phiên họp"), count, reverse("review:meetings"), items=items
        )
    ]
