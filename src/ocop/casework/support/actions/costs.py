"""What was paid, from which line of the plan's budget."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.support import permissions, refusals
from ocop.casework.support.actions.days import check_past
from ocop.casework.support.models import Activity, Cost
from ocop.casework.support.permissions.files import COST_FILES
from ocop.casework.support.rules.facts import MOST_MONEY
from ocop.casework.support.selectors.counting import spent_on
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line
from ocop.registers.programme.models import BudgetLine


@recorded
def record_cost(
    activity: Activity,
    *,
    budget_line: BudgetLine | None,
    amount: int,
    paid_on: date,
    by: Person,
    at: datetime,
    note: str = "",
    upload: File[Any] | None = None,
    accept_over: bool = False,
) -> Cost:
    """Records a payment. `accept_over` says that more than the line still has was agreed to.

    Refused without a budget line, from a line of another plan, for no amount, on a day that has not come, and
    above what the line still has unless that was agreed to.
    """
    held(activity)
    ensure(permissions.refuse_add(by, activity, at))
    if budget_line is None or activity.plan_id is None:
        raise Refused(refusals.no_budget_line())
    line = holding(BudgetLine.objects).get(pk=budget_line.pk)
    if line.plan_id != activity.plan_id or not line.in_force:
        raise Refused(refusals.line_of_other_plan())
    if not 0 < amount <= MOST_MONEY:
        raise Refused(refusals.amount_wrong())
    check_past(paid_on, at)
    is_over = _check_line(line, amount, accept_over)
    file = store(upload, owner=COST_FILES, by=by, at=at) if upload is not None else None
    cost = Cost.objects.create(
        activity=activity,
        budget_line=line,
        amount=amount,
        paid_on=paid_on,
        note=one_line(note),
        file=file,
    )
    data = {
        "cost": cost.pk,
        "line": line.pk,
        "amount": amount,
        "paid_on": paid_on.isoformat(),
        "over": is_over,
    }
    record("activity.cost", activity, by=by, at=at, data=data)
    return cost


def _check_line(line: BudgetLine, amount: int, accept_over: bool) -> bool:
    """Whether it goes over; a line whose amount is not known cannot be overdrawn."""
    if line.amount is None:
        return False
    left = line.amount - spent_on(line)
    if amount > left and not accept_over:
        raise Refused(refusals.over_line(left))
    return amount > left


@recorded
def withdraw_cost(cost: Cost, *, reason: str, by: Person, at: datetime) -> None:
    """A payment entered by mistake counts no more. Refused without a reason and the second time."""
    # of itself only: PostgreSQL locks no row that an outer join may lack
    costs = holding(Cost.objects).select_related("activity__place__parent__parent")
    stored = costs.get(pk=cost.pk)
    ensure(permissions.refuse_add(by, stored.activity, at))
    if stored.withdrawn_at is not None:
        raise Refused(refusals.already_withdrawn())
    if not reason.strip():
        raise Refused(refusals.reason_missing())
    stored.withdrawn_at, stored.withdrawn_reason = at, reason.strip()[:300]
    stored.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    data = {"cost": stored.pk, "amount": stored.amount}
    record("activity.withdraw_cost", stored.activity, by=by, at=at, reason=reason.strip(), data=data)
