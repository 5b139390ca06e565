"""Finding what an address names; what a person may not see is not there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.appointments import offices_of
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.models import Plan, Target, Task
from ocop.registers.programme.permissions.files import PLAN_FILES
from ocop.registers.programme.rules import OFFICIAL


def plan_or_404(request: HttpRequest, place: str, year: int, at: datetime) -> Plan:
    """The plan of this address if this person may read it."""
    plan = selectors.plan_at(place, year, request.user, at)
    if plan is None:
        raise Http404(_("Không có kế hoạch này."))
    return plan


def target_or_404(plan: Plan, key: str) -> Target:
    """The target of this key in force."""
    target = selectors.targets_of(plan).filter(key=key).first()
    if target is None:
        raise Http404(_("Không có chỉ tiêu này."))
    target.plan = plan
    return target


def task_or_404(request: HttpRequest, place: str, year: int, number: int, at: datetime) -> Task:
    """A task of a plan that one may read, or of an issued plan where the own office holds it."""
    tasks = Task.objects.select_related("plan__place", "office").filter(number=number, in_force=True)
    plan = selectors.plan_at(place, year, request.user, at)
    if plan is not None:
        task = tasks.filter(plan=plan).first()
    else:
        own = tasks.filter(plan__place__code=place, plan__year=year, office__in=offices_of(request.user, at))
        task = next((one for one in own if one.plan.state in OFFICIAL), None)
    if task is None:
        raise Http404(_("Không có nhiệm vụ này."))
    return task


def provinces_to_write(person: Any, at: datetime) -> list[Place]:
    """The provinces for which the person writes plans: the programme's, then those that it took over."""
    programme = selectors.current()
    if programme is None or permissions.refuse_write(person, programme.province, at) is not None:
        return []
    former = Place.objects.filter(level=Level.PROVINCE, followed_by__new=programme.province)
    return [programme.province, *former.order_by("code")]


def kept_file(request: HttpRequest, upload: Any, at: datetime) -> StoredFile | None:
    """The upload kept for plans; None where there was none."""
    return store(upload, owner=PLAN_FILES, by=request.user, at=at) if upload else None


def progress_url(name: str, *args: Any) -> str:
    """A page of the progress of the plan; empty where it is not installed."""
    try:
        return reverse(f"reports:{name}", args=args)
    except NoReverseMatch:
        return ""
