"""What waits for whom, and what other packages take over from a council."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.review.models import AgendaItem, Declaration, Meeting
from ocop.casework.review.models.visible import DESK_ROLES
from ocop.casework.review.permissions.conflicts import UNDECIDED
from ocop.casework.review.permissions.who import is_secretary, presiding_seat, seat_of, seats_of
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.selectors.mine import Task, tasks_by_meeting
from ocop.casework.review.states import LIVE_ITEMS, ItemState, MeetingState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.ui.waiting import MOST_ITEMS, Facts, Pile, Waiting, WaitingItem


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


def withdrawal_url(dossier: Dossier) -> str:
    """Where the producer takes a dossier back that lies before a council; empty where none does."""
    item = AgendaItem.objects.filter(dossier=dossier, state__in=sorted(LIVE_ITEMS)).first()
    return "" if item is None else reverse("review:withdraw", args=[item.key])


def _closed(recommendation: Recommendation, at: datetime) -> QuerySet[AgendaItem]:
    return _ended(at).filter(state=ItemState.CLOSED, recommendation=recommendation)


def _ended(at: datetime) -> QuerySet[AgendaItem]:
    rows = AgendaItem.objects.filter(meeting__state=MeetingState.CLOSED, meeting__closed_at__lte=at)
    names = rows.select_related(
        "meeting__council", "dossier__product__producer", "dossier__commune__parent__parent"
    )
    return names.order_by("meeting__closed_at", "position", "pk")


def waiting(person: Any, at: datetime) -> list[Waiting | Pile]:
    """What councils ask of this person: to declare, to score, to settle, to prepare, to schedule."""
    who = who_is(person, at)
    found: list[Waiting | Pile] = []
    meetings = _meetings(who)
    mine = tasks_by_meeting(who, [meeting for meeting in meetings if meeting.is_open])
    for meeting in meetings:
        if meeting.is_open:
            found += [*_for_member(mine[meeting.pk], meeting, at), *_for_chair(who, meeting)]
        elif seat_of(who, meeting.council) is not None and not is_secretary(who, meeting.council):
            found += _before(who, meeting)
        elif is_secretary(who, meeting.council):
            title, url = _("Phiên họp cần chuẩn bị"), meeting.get_absolute_url()
            found.append(_one("review.prepare", title, meeting, url=url, at=at))
    if {appointment.role for appointment in who.appointments} & DESK_ROLES:
        found.append(_for_desk(at))
    return found


def _before(who: Who, meeting: Meeting) -> list[Waiting]:
    """A meeting to come, for its chair and members: its day; and that they may declare already."""
    url, at = meeting.get_absolute_url(), who.at
    if meeting.state == MeetingState.POSTPONED:
        item = WaitingItem(meeting.title, _("Đã hoãn, ngày mới sẽ được báo sau"), url)
        return [Waiting("review.postponed", _("Phiên họp đã hoãn"), 1, url, items=[item])]
    return [_one("review.attend", _("Phiên họp sắp tới của bạn"), meeting, url=url, at=at)]


def _meetings(who: Who) -> list[Meeting]:
    """The next meetings, for who sits on a council or keeps its papers; a meeting asks nothing of others."""
    if not (seats_of(who) or who.holds(Role.SECRETARY)):
        return []
    rows = Meeting.objects.visible_to(who.person, who.at).unfinished()
    return list(
        rows.select_related("council__programme__province", "rules").order_by("starts_at")[:MOST_ITEMS]
    )


def _one(key: str, title: str, meeting: Meeting, *, url: str, at: datetime, count: int = 1) -> Waiting:
    due = meeting.answers_due_on if meeting.is_open else None
    day = due or timezone.localdate(meeting.starts_at)
    left = (day - timezone.localdate(at)).days
    is_near = due is not None or not meeting.is_open
    item = WaitingItem(meeting.title, meeting.council.name, url, day, left if is_near else None)
    return Waiting(key, title, count, url, items=[item])


def _for_member(mine: list[Task], meeting: Meeting, at: datetime) -> list[Waiting]:
    url = meeting.get_absolute_url()
    undeclared = sum(task.declaration is None and task.item.state in UNDECIDED for task in mine)
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


def _for_chair(who: Who, meeting: Meeting) -> list[Pile]:
    if presiding_seat(who, meeting) is None and not is_secretary(who, meeting.council):
        return []
    conflicts = Declaration.objects.filter(seat__person=who.person.pk, has_conflict=True).values("item")
    rows = meeting.items.exclude(pk__in=conflicts).order_by("position", "pk")
    untold = rows.filter(state=ItemState.TALLIED, recommendation="")
    kinds = (
        ("review.settle", _("Sản phẩm chờ hội đồng thống nhất"), rows.filter(state=ItemState.DISPUTED)),
        ("review.choose", _("Sản phẩm chờ chủ tịch chọn phương án"), untold),
    )
    facts = {"key": "key", "name": "dossier__product__name"}

    def item(row: Facts) -> WaitingItem:
        return WaitingItem(row["name"], meeting.title, AgendaItem(key=UUID(row["key"])).get_absolute_url())

    url = meeting.get_absolute_url()
    return [Pile(key, title, url, some, facts, item) for key, title, some in kinds]


def _for_desk(at: datetime) -> Pile:
    facts = {"key": "key", "name": "product__name", "producer": "product__producer__name"}

    def item(row: Facts) -> WaitingItem:
        return WaitingItem(row["name"], row["producer"], Dossier(key=UUID(row["key"])).get_absolute_url())

    title, url = _("Hồ sơ chờ xếp phiên họp"), reverse("review:meetings")
    return Pile("review.schedule", title, url, ready_for_agenda(at), facts, item)
