"""Chuyển đợt sau: a seasonal product has nothing to sample now; it waits, and has not failed."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import DEMAND
from ocop.casework.samples.models import Demand
from ocop.casework.samples.permissions import refuse_decided, refuse_demand
from ocop.casework.samples.states import DEMAND_WORKFLOW, SampleState
from ocop.casework.samples.writes.holding import held_demand
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import ReasonField, TextField
from ocop.kernel.text import one_line
from ocop.registers.producers.selectors import people_of


class AsksSeason(Asks):
    """Why there is none, and until when it waits."""

    until = TextField(
        label=_("Chờ đến vụ, đợt nào"), max_length=200, help_text=_("Ví dụ: vụ mận tháng 5/2027, đợt 1.")
    )
    reason = ReasonField(label=_("Vì sao chưa có mẫu"))


def refuse_postpone(who: Who, demand: Demand) -> Refusal | None:
    """Officers and secretaries, while there is no sample: a sample that exists is tested."""
    if refusal := refuse_demand(who, demand) or refuse_decided(demand.dossier):
        return refusal
    if demand.samples.exclude(state=SampleState.VOID).exists():
        return Refusal(
            "has_sample",
            _("Sản phẩm đã có mẫu nên không chuyển đợt sau được."),
            _("Chỉ sản phẩm theo mùa chưa lấy được mẫu mới chờ đợt sau."),
            _("Gửi mẫu đi kiểm nghiệm; mẫu hỏng thì huỷ mẫu kèm lý do."),
        )
    return None


@recorded
def postpone_test(demand: Demand, *, until: str, reason: str, by: Person, at: datetime) -> None:
    """The product waits for its season. The council takes it off the agenda, also where sheets were sealed.

    Refused to all but officers and secretaries of the province, where there is a sample, without a reason.
    """
    ensure(refuse_postpone(who_is(by, at), held_demand(demand)))
    until = one_line(until)
    transition(
        demand, "postpone", by=by, at=at, reason=reason, changes={"until": until}, data={"until": until}
    )  # fmt: skip
    tell(
        people_of(demand.dossier.product.producer, at),
        kind="samples.postponed",
        subject=words(_("“%(product)s” chuyển đợt sau"), product=demand.dossier.product.name),
        body=words(_("Chưa lấy được mẫu: %(reason)s. Chờ %(until)s."), reason=reason, until=until),
        url=demand.get_absolute_url(),
        at=at,
    )


POSTPONE = Act(
    about=DEMAND,
    name="postpone",
    path="chuyen-dot/",
    move=DEMAND_WORKFLOW.move("postpone"),
    refuse=refuse_postpone,
    form=AsksSeason,
    do=postpone_test,
    lead=_("Sản phẩm không bị coi là không đạt; hội đồng đưa ra khỏi phiên họp và xét ở đợt sau."),
    said=_("Đã chuyển đợt sau. Chủ thể được báo; hội đồng đưa sản phẩm ra khỏi phiên họp."),
)
