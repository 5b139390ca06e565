"""Tasks of a plan as several acts write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from ocop.foundation.audit.vouching import vouch
from ocop.foundation.refusals import ensure
from ocop.registers.programme.checks import refuse_task
from ocop.registers.programme.models import Plan, Target, Task


def new_task(plan: Plan, fields: Mapping[str, Any], targets: Sequence[Target], at: datetime) -> Task:
    """Saves a checked task; its caller says who may and writes the record."""
    task = Task(**{**fields, "plan": plan})
    ensure(refuse_task(task, targets, at))
    if not task.number:
        task.number = (plan.tasks.aggregate(last=Max("number"))["last"] or 0) + 1
    task.save()
    serve(task, targets)
    return task


def serve(task: Task, targets: Iterable[Target]) -> None:
    """Writes down which targets a task serves."""
    served = list(targets)
    task.targets.set(served)
    vouch(task, targets=sorted(one.pk for one in served))
