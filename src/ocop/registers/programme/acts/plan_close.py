"""Kết thúc kế hoạch: closes the books of the year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, recorded, transition
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.models import Plan
from ocop.registers.programme.permissions import refuse_running, refuse_write
from ocop.registers.programme.rules import PLAN_WORKFLOW, TaskState
from ocop.registers.programme.writes.holding import held_plan


@recorded
def close_plan(plan: Plan, *, by: Person, at: datetime) -> Plan:
    """Closes the books of the year. Refused before the year is over."""
    stored = held_plan(plan)
    ensure(refuse_write(who_is(by, at), stored.place))
    today = timezone.localdate(at)
    if today <= stored.last_day:
        raise Refused(
            Refusal(
                "year_running",
                gettext("Năm %(year)s chưa hết.") % {"year": stored.year},
                gettext("Kế hoạch chỉ kết thúc sau ngày 31/12."),
                gettext("Chờ sang năm sau."),
            )
        )
    transition(stored, "close", by=by, at=at, changes={"closed_on": today})
    return stored


def _open_tasks(form: Asks) -> Mapping[str, Any]:
    """How many tasks nobody has reported yet."""
    waiting = form.thing.tasks.filter(in_force=True, state=TaskState.OPEN).count()
    return {"details": [(gettext("Nhiệm vụ chưa báo xong"), waiting)] if waiting else []}


CLOSE_PLAN = Act(
    about=PLAN,
    name="plan_close",
    path="ket-thuc/",
    move=PLAN_WORKFLOW.move("close"),
    refuse=refuse_running,
    do=close_plan,
    heading=lambda plan: gettext("Kết thúc kế hoạch năm %(year)s?") % {"year": plan.year},
    lead=_("Sau đó không ghi kết quả và không điều chỉnh được nữa."),
    show=_open_tasks,
    said=_("Kế hoạch đã kết thúc."),
    template="ui/confirm.html",
)
