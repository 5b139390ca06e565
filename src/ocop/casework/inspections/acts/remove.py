"""Bỏ khỏi kế hoạch: the line stays to be read, with the reason."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import LINE
from ocop.casework.inspections.models import PlanLine
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import PlanState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, record, recorded
from ocop.foundation.audit.actions import refuse_state


def refuse_remove(who: Who, line: PlanLine) -> Refusal | None:
    """Taking a product out: officers of the province, while the plan is a draft and the line stands."""
    refusal = refuse_handle(who, line.plan)
    if refusal is None and (line.plan.state != PlanState.DRAFT or line.removed_because):
        return refuse_state(line.plan, REMOVE.label)
    return refusal


@recorded
def remove_from_plan(line: PlanLine, *, reason: str, by: Person, at: datetime) -> None:
    """Takes a product out of the draft. Refused to all but officers of the province, without a reason, once
    the plan is issued.
    """
    held(line.plan)
    ensure(refuse_remove(who_is(by, at), held(line)))
    if not reason.strip():
        ensure(Refusal("reason_missing", _("Chưa ghi lý do bỏ sản phẩm."), "", _("Ghi lý do rồi gửi lại.")))
    line.removed_because = reason.strip()
    line.save(update_fields=["removed_because"])
    data = {"recognition": line.recognition_id}
    record("inspectionplan.remove", line.plan, by=by, at=at, reason=reason, data=data)


REMOVE = Act(
    about=LINE,
    name="remove",
    path="bo/",
    refuse=refuse_remove,
    form=AsksReason,
    do=remove_from_plan,
    button=_("Bỏ khỏi kế hoạch"),
    said=_("Đã bỏ khỏi kế hoạch; lý do vẫn lưu."),
    danger=True,
)
