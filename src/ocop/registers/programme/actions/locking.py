"""The plan as it is stored, held until the act is over."""

from __future__ import annotations

from ocop.registers.programme.models import Plan, Target, Task


def held(plan: Plan) -> Plan:
    """The plan, locked, so that two people writing at once do not pass each other."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    return Plan.objects.with_names().get(pk=plan.pk)


def held_task(task: Task) -> Task:
    """The task with its plan; the plan is locked."""
    held(task.plan)
    return Task.objects.select_related("plan__place", "office").get(pk=task.pk)


def held_target(target: Target) -> Target:
    """The target with its plan; the plan is locked."""
    held(target.plan)
    return Target.objects.select_related("plan__place", "place__parent__parent").get(pk=target.pk)
