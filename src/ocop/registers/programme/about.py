"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, ensure
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.labels import (
    PLAN_STATE_KINDS,
    TASK_STATE_KINDS,
    plan_state,
    printed,
    suggested,
    task_state,
)
from ocop.registers.programme.models import Plan, Programme, Target, TargetResult, Task
from ocop.registers.programme.rules import OFFICIAL, PlanState, TaskState
from ocop.registers.programme.selectors import Doubt
from ocop.registers.programme.selectors.days_off import KnownYear, known_year


def programme_here() -> Programme:
    """The programme of this database; a page not found before it is set up."""
    programme = selectors.current()
    if programme is None:
        raise Http404
    return programme


def find_doubt(who: Who, regulation: str, anomaly: str) -> Doubt:
    """The doubt of this address. Whoever may not settle it, is told so before what there is."""
    ensure(permissions.refuse_settle(who))
    found = selectors.doubt(programme_here(), regulation, anomaly)
    if found is None:
        raise Http404
    return found


def doubt_head(doubt: Doubt) -> dict[str, Any]:
    """What is printed, what is used, what the office may settle on."""
    language = get_language() or "vi"
    number = doubt.anomaly.set_number
    product_set = doubt.regulation.sets[number] if number else None
    criterion = product_set.criteria.get(doubt.anomaly.criterion or "") if product_set else None
    return {
        "doubt": doubt,
        "set": product_set.label.text(language) if product_set else "",
        "criterion": criterion.label.text(language) if criterion else "",
        "why": doubt.anomaly.why.text(language),
        "published": printed(doubt.anomaly.published),
        "used": printed(doubt.anomaly.used),
        "suggested": suggested(doubt.anomaly),
    }


def find_year(who: Who, year: int) -> KnownYear:
    """The year of this address, as it is known."""
    ensure(permissions.refuse_days_off(who))
    found = known_year(year)
    if found is None:
        raise Http404
    return found


def find_plan(_who: Who, place: str, year: int) -> Plan:
    """The plan of this address."""
    rows = Plan.objects.live().with_names().filter(place__code=place, year=year)
    plan = rows.order_by("-place__valid_from").first()
    if plan is None:
        raise _no_plan()
    return plan


def see_plan(who: Who, plan: Plan) -> None:
    """One that the person may not read is not there."""
    if not Plan.objects.visible_to(who.person, who.at).filter(pk=plan.pk).exists():
        raise _no_plan()


def visible_plan(who: Who, place: str, year: int) -> Plan:
    """The plan of this address, for whoever may read it."""
    plan = find_plan(who, place, year)
    see_plan(who, plan)
    return plan


def find_target(who: Who, place: str, year: int, key: str) -> Target:
    """The target of this key in force."""
    plan = find_plan(who, place, year)
    target = selectors.targets_of(plan).filter(key=key).first()
    if target is None:
        see_plan(who, plan)
        raise Http404(_("Không có chỉ tiêu này."))
    target.plan = plan
    return target


def find_result(who: Who, place: str, year: int, key: str, result: int) -> TargetResult:
    """A result recorded for the target of this key."""
    target = find_target(who, place, year, key)
    found = target.results.filter(pk=result).first()
    if found is None:
        see_plan(who, target.plan)
        raise Http404(_("Không có kết quả này."))
    found.target = target
    return found


def find_task(_who: Who, place: str, year: int, number: int) -> Task:
    """The task of this number in force."""
    rows = Task.objects.select_related("plan__place", "office").filter(number=number, in_force=True)
    rows = rows.filter(plan__place__code=place, plan__year=year).exclude(plan__state=PlanState.DROPPED)
    task = rows.order_by("-plan__place__valid_from").first()
    if task is None:
        raise _no_task()
    return task


def see_task(who: Who, task: Task) -> None:
    """A task of a plan that one may read, or of an issued plan where the own office holds it."""
    holds = task.plan.state in OFFICIAL and task.office in who.offices
    if not (holds or Plan.objects.visible_to(who.person, who.at).filter(pk=task.plan_id).exists()):
        raise _no_task()


def _no_plan() -> Http404:
    return Http404(_("Không có kế hoạch này."))


def _no_task() -> Http404:
    return Http404(_("Không có nhiệm vụ này."))


def plan_head(plan: Plan) -> dict[str, Any]:
    """What the head of every page about a plan says."""
    return {
        "plan": plan,
        "name": plan.name,
        "kicker": _("Kế hoạch năm %(year)s") % {"year": plan.year},
        "place": plan.place.local_name,
        "stage": plan_state(plan.state),
        "stage_kind": PLAN_STATE_KINDS[PlanState(plan.state)],
    }


def task_head(task: Task) -> dict[str, Any]:
    """What the head of every page about a task says."""
    return {
        "task": task,
        "name": task.name,
        "kicker": _("Nhiệm vụ %(number)s") % {"number": task.number},
        "stage": task_state(task.state),
        "stage_kind": TASK_STATE_KINDS[TaskState(task.state)],
        "holder": task.holder,
        "due": task.due_on if task.state == TaskState.OPEN else None,
    }


def results_page(target: Target) -> str:
    """What was recorded for a target."""
    return reverse("programme:results", args=[*target.plan.address, target.key])


def _keys_of_plan(plan: Plan) -> dict[str, Any]:
    return {"place": plan.place.code, "year": plan.year}


def _keys_of_task(task: Task) -> dict[str, Any]:
    return {**_keys_of_plan(task.plan), "number": task.number}


def _keys_of_target(target: Target) -> dict[str, Any]:
    return {**_keys_of_plan(target.plan), "key": target.key}


_PLAN = "ke-hoach/<str:place>/<int:year>/"

PLANS = Matter(space="programme", address="ke-hoach/", back=lambda _none: reverse("programme:plans"))
FRAMES = Matter(
    space="programme",
    address="ke-hoach/lap/de-an/",
    back=lambda _none: reverse("programme:plan_write"),
)
PLAN = Matter(
    space="programme",
    address=_PLAN,
    find=find_plan,
    keys=_keys_of_plan,
    back=Plan.get_absolute_url,
    head=plan_head,
    see=see_plan,
)
DRAFT_TARGET = Matter(
    space="programme",
    address=f"{_PLAN}soan/chi-tieu/rieng/<slug:key>/",
    find=find_target,
    keys=_keys_of_target,
    back=lambda target: target.plan.get_absolute_url(),
    see=lambda who, target: see_plan(who, target.plan),
)
RESULTS = Matter(
    space="programme",
    address=f"{_PLAN}ket-qua/<slug:key>/",
    find=find_target,
    keys=_keys_of_target,
    back=results_page,
    see=lambda who, target: see_plan(who, target.plan),
)
RESULT = Matter(
    space="programme",
    address=f"{_PLAN}ket-qua/<slug:key>/<int:result>/",
    find=find_result,
    keys=lambda result: {**_keys_of_target(result.target), "result": result.pk},
    back=lambda result: results_page(result.target),
    see=lambda who, result: see_plan(who, result.target.plan),
)
TASK = Matter(
    space="programme",
    address=f"{_PLAN}nhiem-vu/<int:number>/",
    find=find_task,
    keys=_keys_of_task,
    back=Task.get_absolute_url,
    head=task_head,
    see=see_task,
)
DRAFT_TASK = Matter(
    space="programme",
    address=f"{_PLAN}soan/nhiem-vu/<int:number>/chi-tieu/",
    find=find_task,
    keys=_keys_of_task,
    back=Task.get_absolute_url,
    head=task_head,
    see=lambda who, task: see_plan(who, task.plan),
)
DOUBT = Matter(
    space="programme",
    address="diem-chua-ro/<slug:regulation>/<slug:anomaly>/",
    find=find_doubt,
    keys=lambda doubt: {"regulation": doubt.regulation.code, "anomaly": doubt.anomaly.id},
    back=lambda _doubt: reverse("programme:doubts"),
    head=doubt_head,
)
DAYS_OFF = Matter(space="programme", address="ngay-nghi/", back=lambda _none: reverse("programme:days_off"))
YEAR_OF_DAYS_OFF = Matter(
    space="programme",
    address="ngay-nghi/<int:year>/",
    find=find_year,
    keys=lambda known: {"year": known.year},
    back=lambda _known: reverse("programme:days_off"),
)
