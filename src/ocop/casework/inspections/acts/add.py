"""Thêm sản phẩm vào kế hoạch: an officer knows what the data do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import PLAN
from ocop.casework.inspections.forms import AsksProducts
from ocop.casework.inspections.models import InspectionPlan, PlanLine
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import PlanState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.ui.forms import ReasonField
from ocop.registers.products.models import Recognition


class AsksMore(AsksProducts):
    """Which products, and why."""

    reason = ReasonField(label=_("Vì sao thêm"))


@recorded
def add_to_plan(
    plan: InspectionPlan, *, recognitions: Sequence[Recognition], reason: str, by: Person, at: datetime
) -> None:
    """Puts products into the draft; one that was taken out comes back. Refused to all but officers of the
    province, without a reason, for a product that stands in it, once it is issued.
    """
    ensure(refuse_handle(who_is(by, at), held(plan)))
    if plan.state != PlanState.DRAFT:
        ensure(refuse_state(plan, ADD.label))
    last = plan.lines.aggregate(last=Max("position"))["last"] or 0
    known = {line.recognition_id: line for line in plan.lines.all()}
    for place, one in enumerate(recognitions, start=last + 1):
        line = known.get(one.pk)
        if line is not None and not line.removed_because:
            ensure(_stands(line))
        if line is None:
            line = PlanLine(plan=plan, recognition=one, producer_id=one.product.producer_id, position=place)
        line.product_name, line.added_because, line.removed_because = one.product.name, reason.strip(), ""
        line.save()
    data = {"recognitions": [one.pk for one in recognitions]}
    record("inspectionplan.add", plan, by=by, at=at, reason=reason, data=data)


def _stands(line: PlanLine) -> Refusal:
    return Refusal("code_stands", _("Sản phẩm đã có trong kế hoạch."), line.product_name)


ADD = Act(
    about=PLAN,
    name="add",
    path="them/",
    when=frozenset({PlanState.DRAFT}),
    refuse=refuse_handle,
    form=AsksMore,
    do=add_to_plan,
    button=_("Thêm sản phẩm vào kế hoạch"),
    said=_("Đã thêm."),
)
