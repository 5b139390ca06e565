"""What waits for officers: late steps, what expires soon, what nobody has looked at for long."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity, Look, Step
from ocop.casework.support.models.visible import ActivityQuerySet
from ocop.casework.support.rules import OPEN, ActivityState, kinds
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
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
    return due.exclude(Exists(earlier)).order_by("due_on", "pk")


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
    looks = Look.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
    last = Subquery(looks.annotate(last=Max("on")).values("last"))
    return seen.annotate(last_look=last).filter(long_ago).order_by("last_look", "pk")


def waiting(person: Any, at: datetime) -> list[Pile]:
    """For officers of the province and the commune."""
    if not any(holds(person, role, at) for role in (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)):
        return []
    today = timezone.localdate(at)
    steps, ending = steps_due(person, at), expiring(person, at)
    return [_steps(steps, today), _ending(ending, today), _looks(unlooked(person, at))]


def _steps(rows: QuerySet[Step], today: date) -> Pile:
    facts = {
        "step": "key", "name": "activity__name", "key": "activity__key", "kind": "activity__kind",
        "due": "due_on",
    }  # fmt: skip

    def item(row: Facts) -> WaitingItem:
        activity = Activity(key=UUID(row["key"]), name=row["name"], kind=row["kind"])
        step, due_on = Step(activity=activity, key=row["step"]), date.fromisoformat(row["due"])
        address = activity.get_absolute_url()
        return WaitingItem(activity.name, step.name, address, due_on, (due_on - today).days)

    title, late = _("Bước hỗ trợ đến hạn"), Q(due_on__lt=today)
    return Pile("support.steps", title, reverse("support:home"), rows, facts, item, late)


def _ending(rows: ActivityQuerySet, today: date) -> Pile:
    facts = {"name": "name", "kind": "kind", "key": "key", "expires": "expires_on"}

    def item(row: Facts) -> WaitingItem:
        activity = Activity(key=UUID(row["key"]), name=row["name"], kind=row["kind"])
        ends_on, words = date.fromisoformat(row["expires"]), _expires_words(activity)
        return WaitingItem(activity.name, words, activity.get_absolute_url(), ends_on, (ends_on - today).days)

    title, late = _("Giấy chứng nhận, hợp đồng sắp hết hạn"), Q(expires_on__lt=today)
    return Pile("support.expiring", title, reverse("support:home"), rows, facts, item, late)


def _expires_words(activity: Activity) -> str:
    return said(activity.row.by_key[activity.row.expires].label)


def _looks(rows: QuerySet[Any]) -> Pile:
    def item(row: Facts) -> WaitingItem:
        activity = Activity(key=UUID(row["key"]), name=row["name"], kind=row["kind"])
        return WaitingItem(activity.name, activity.kind_name, activity.get_absolute_url())

    title = _("Biển, gian hàng, website lâu chưa xem lại")
    facts = {"name": "name", "kind": "kind", "key": "key"}
    return Pile("support.looks", title, reverse("support:home"), rows, facts, item)
