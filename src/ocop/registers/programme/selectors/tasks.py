"""Tasks that are due: for the office that holds them, and the late ones for officers of the province."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.models import Place
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.models.visible import READERS, provinces_of
from ocop.registers.programme.rules import PlanState, TaskState

SOON = timedelta(days=30)


def late_tasks(on: date) -> QuerySet[Task]:
    """Open tasks of plans in force past their day, the longest late first, with their holders."""
    return _open().filter(due_on__lt=on)


def _open() -> QuerySet[Task]:
    rows = Task.objects.filter(
        plan__state=PlanState.ISSUED, in_force=True, state=TaskState.OPEN, due_on__isnull=False
    )
    return rows.select_related("plan__place", "office").order_by("due_on", "pk")


def waiting(person: Any, at: datetime) -> list[Pile]:
    """One's own office's tasks of the next thirty days, and every late one for who writes the plan.

    Only for roles that read plans: an operator sits in the same office and has nothing to do with its tasks.
    """
    today = timezone.localdate(at)
    roles = [one for one in appointments_on(person, at) if one.role in READERS]
    if not roles:
        return []
    provinces = provinces_of(person, at, frozenset({Role.PROVINCE_OFFICER}))
    own = Q(office__in=[role.office_id for role in roles], due_on__lte=today + SOON)
    theirs = Q(due_on__lt=today) & (
        Q(plan__place__in=provinces) | Q(plan__place__followed_by__new__in=provinces)
    )
    mine = _open().filter(pk__in=_open().filter(own | theirs).order_by().values("pk"))
    facts = {
        "name": "name", "number": "number", "agency": "agency", "office": "office__name", "due": "due_on",
        "place": "plan__place__code", "year": "plan__year",
    }  # fmt: skip
    title, url = _("Nhiệm vụ kế hoạch đến hạn"), reverse("programme:plans")
    late = Q(due_on__lt=today)
    return [Pile("programme.tasks", title, url, mine, facts, lambda row: _item(row, today), late)]


def _item(row: Facts, today: date) -> WaitingItem:
    plan = Plan(place=Place(code=row["place"]), year=row["year"])
    office = None if row["office"] is None else Office(name=row["office"])
    task = Task(plan=plan, number=row["number"], name=row["name"], agency=row["agency"], office=office)
    due_on = date.fromisoformat(row["due"])
    return WaitingItem(task.name, task.holder, task.get_absolute_url(), due_on, (due_on - today).days)
