"""What people are told about plans. Texts are lazy, so that each reads them in the own language."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.appointments import in_force_at, people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.registers.programme.models import Plan, Task


def issued(plan: Plan, *, at: datetime) -> None:
    """The people of every office that holds a task learn of the plan, once each."""
    offices = plan.tasks.filter(in_force=True, office__isnull=False).values("office")
    people = Person.objects.filter(
        is_active=True, pk__in=in_force_at(at).filter(office__in=offices).values("person")
    )
    tell(
        people,
        kind="programme.issued",
        subject=words(_("Kế hoạch OCOP năm %(year)s đã ban hành"), year=plan.year),
        body=_("Cơ quan của bạn có nhiệm vụ trong kế hoạch. Mở để xem việc và hạn."),
        url=plan.get_absolute_url(),
        at=at,
    )


def finished(task: Task, *, at: datetime) -> None:
    """Officers of the province learn that an office reports its task as done."""
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=task.plan.place),
        kind="programme.finished",
        subject=words(_("Đã xong: %(task)s"), task=task.name),
        body=words(_("%(holder)s báo nhiệm vụ đã xong."), holder=task.holder),
        url=task.get_absolute_url(),
        at=at,
    )
