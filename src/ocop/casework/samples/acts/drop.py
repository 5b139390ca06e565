"""Thôi yêu cầu kiểm nghiệm: what was asked for is not needed any more."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import DEMAND
from ocop.casework.samples.models import Demand, TestReport
from ocop.casework.samples.permissions import refuse_decided, refuse_demand
from ocop.casework.samples.rules import Cause
from ocop.casework.samples.states import DEMAND_WORKFLOW
from ocop.casework.samples.writes.holding import held_demand
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition


def refuse_drop(who: Who, demand: Demand) -> Refusal | None:
    """Officers and secretaries; never what the law asks, nor once there is a result, which is not lost."""
    if refusal := refuse_demand(who, demand):
        return refusal
    if demand.cause == Cause.POINTS:
        return Refusal(
            "asked_by_law",
            _("Sản phẩm từ 50 điểm sau lượt chấm đầu thì phải kiểm nghiệm, không thôi được."),
            _("Quy định của Quyết định 1048/QĐ-TTg."),
            _("Chưa đến vụ thì chọn Chuyển đợt sau."),
        )
    if TestReport.objects.filter(sample__demand=demand).exists():
        return Refusal(
            "has_result",
            _("Đã có phiếu kết quả nên không thôi yêu cầu được."),
            _("Kết quả đã có thì hội đồng phải được biết."),
        )
    return refuse_decided(demand.dossier)


@recorded
def drop_demand(demand: Demand, *, reason: str, by: Person, at: datetime) -> None:
    """Takes the product off the list. Refused to all but officers and secretaries of the province, for what
    the law asks, once there is a result, without a reason.
    """
    ensure(refuse_drop(who_is(by, at), held_demand(demand)))
    transition(demand, "drop", by=by, at=at, reason=reason)


DROP = Act(
    about=DEMAND,
    name="drop",
    path="thoi/",
    move=DEMAND_WORKFLOW.move("drop"),
    refuse=refuse_drop,
    form=AsksReason,
    do=drop_demand,
    said=_("Đã ghi: không kiểm nghiệm nữa."),
    danger=True,
)
