"""Đề nghị thu hồi giấy chứng nhận: what had to be put right was not; the way leads on to article 8."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import ORDER
from ocop.casework.inspections.models import CorrectiveOrder
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import ORDER_WORKFLOW, OrderState
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition, words


def refuse_propose(who: Who, order: CorrectiveOrder) -> Refusal | None:
    """Giving up on a correction: officers of the province, not before the deadline unless the producer has
    answered.
    """
    refusal = refuse_handle(who, order)
    if refusal is None and order.state == OrderState.OPEN and order.due_on >= timezone.localdate(who.at):
        return Refusal(
            "not_due_yet",
            _("Chưa hết hạn khắc phục."),
            _("Chủ thể được dùng hết thời hạn đã cho."),
        )
    return refusal


@recorded
def propose_revocation(order: CorrectiveOrder, *, reason: str, by: Person, at: datetime) -> None:
    """Ends the order uncorrected; its page leads on to the revocation. Refused to all but officers of the
    province, without a reason, before the deadline.
    """
    ensure(refuse_propose(who_is(by, at), held(order)))
    transition(order, "propose", by=by, at=at, reason=reason, changes={"ended_at": at})
    tell_concerned(
        order.producer,
        kind="inspections.proposed",
        subject=words(_("Đề nghị thu hồi: %(what)s"), what=str(order)),
        body=words("%(reason)s", reason=reason),
        url=order.get_absolute_url(),
        at=at,
    )


PROPOSE = Act(
    about=ORDER,
    name="propose",
    path="de-nghi-thu-hoi/",
    move=ORDER_WORKFLOW.move("propose"),
    refuse=refuse_propose,
    form=AsksReason,
    do=propose_revocation,
    said=_("Đã ghi. Lập đề nghị thu hồi ở nút bên dưới."),
    danger=True,
)
