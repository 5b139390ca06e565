"""What waits for officers: late steps, what expires soon, what nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity, Step
from ocop.casework.support.models.visible import ActivityQuerySet
from ocop.casework.support.rules import OPEN, ActivityState, kinds
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.ui.waiting import MOST_ITEMS, Waiting, WaitingItem
from ocop.foundation.ui.words import said

SOON = timedelta(days=14)
LONG_EXPIRED = timedelta(days=90)


def steps_due(person: Any, at: datetime) -> QuerySet[Step]:
    """The next step of each open activity of the person's place that is late or due within two weeks."""
    seen = Activity.objects.visible_to(person, at).filter(state__in=OPEN)
    today = timezone.localdate(at)
    due = Step.objects.filter(activity__in=seen, done_on__isnull=True, due_on__lte=today + SOON)
    earlier = Step.objects.filter(
        activity=OuterRef("activity"), done_on__isnull=True, position__lt=OuterRef("position")
    )
    return due.exclude(Exists(earlier)).select_related("activity").order_by("due_on", "pk")


def expiring(person: Any, at: datetime) -> ActivityQuerySet:
    """What was obtained and ends within the notice of its kind, or ended not long ago."""
    today, soon = timezone.localdate(at), Q(pk__in=[])
    for kind in kinds().values():
        if kind.expires:
            soon |= Q(kind=kind.key, expires_on__lte=today + timedelta(days=kind.expiry_notice_days))
    seen = Activity.objects.visible_to(person, at).exclude(state=ActivityState.CANCELLED)
    return seen.filter(soon, expires_on__gte=today - LONG_EXPIRED).order_by("expires_on", "pk")


def unlooked(person: Any, at: datetime) -> QuerySet[Any]:
    """Finished help of kinds that should be looked at again every so many days, and was not;
    with `last_look`.
    """
    today, long_ago = timezone.localdate(at), Q(pk__in=[])
    for kind in kinds().values():
        if kind.looks is not None and kind.looks.every_days is not None:
            before = today - timedelta(days=kind.looks.every_days)
            long_ago |= Q(kind=kind.key, result_on__lt=before) & (
                Q(last_look__isnull=True) | Q(last_look__lt=before)
            )
    seen = Activity.objects.visible_to(person, at).filter(state=ActivityState.FINISHED)
    return seen.annotate(last_look=Max("looks__on")).filter(long_ago).order_by("last_look", "pk")


def waiting(person: Any, at: datetime, most: int = MOST_ITEMS) -> list[Waiting]:
    """For officers of the province and the commune."""
    if not any(holds(person, role, at) for role in (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)):
        return []
    today = timezone.localdate(at)
    found = [_steps(steps_due(person, at), today, most), _ending(expiring(person, at), today, most)]
    found.append(_looks(unlooked(person, at), most))
    return [one for one in found if one is not None]


def _steps(rows: QuerySet[Step], today: date, most: int) -> Waiting | None:
    items = [
        WaitingItem(
            one.activity.name,
            one.name,
            one.activity.get_absolute_url(),
            one.due_on,
            (one.due_on - today).days,
        )
        for one in rows[:most]
    ]
    late = rows.filter(due_on__lt=today).count() if items else 0
    return _waiting("support.steps", _("Bước hỗ trợ đến hạn"), rows, items, late)


def _ending(rows: ActivityQuerySet, today: date, most: int) -> Waiting | None:
    items = [
        WaitingItem(
            one.name,
            _expires_words(one),
            one.get_absolute_url(),
            one.expires_on,
            (one.expires_on - today).days,
        )
        for one in rows[:most]
        if one.expires_on is not None
    ]
    late = rows.filter(expires_on__lt=today).count() if items else 0
    return _waiting("support.expiring", _("Giấy chứng nhận, hợp đồng sắp hết hạn"), rows, items, late)


def _expires_words(activity: Activity) -> str:
    return said(activity.row.by_key[activity.row.expires].label)


def _looks(rows: QuerySet[Any], most: int) -> Waiting | None:
    items = [WaitingItem(one.name, one.kind_name, one.get_absolute_url()) for one in rows[:most]]
    return _waiting("support.looks", _("Biển, gian hàng, website lâu chưa xem lại"), rows, items, 0)


def _waiting(
    key: str, title: str, rows: QuerySet[Any], items: Sequence[WaitingItem], late: int
) -> Waiting | None:
    if not items:
        return None
    return Waiting(key, title, rows.count(), reverse("support:home"), late, list(items))
