"""Rút yêu cầu: the office finds that the objection is right."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import ORDER
from ocop.casework.inspections.models import CorrectiveOrder
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import ORDER_WORKFLOW
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words


@recorded
def withdraw_order(order: CorrectiveOrder, *, reason: str, by: Person, at: datetime) -> None:
    """The order ends without anything to put right. Refused to all but officers of the province, and without
    a reason, which the producer reads.
    """
    ensure(refuse_handle(who_is(by, at), held(order)))
    transition(order, "withdraw", by=by, at=at, reason=reason, changes={"ended_at": at})
    tell_concerned(
        order.producer,
        kind="inspections.withdraw",
        subject=words(_("Yêu cầu được rút: %(what)s"), what=str(order)),
        body=words("%(reason)s", reason=reason),
        url=order.get_absolute_url(),
        at=at,
    )


WITHDRAW = Act(
    about=ORDER,
    name="withdraw",
    path="rut/",
    move=ORDER_WORKFLOW.move("withdraw"),
    refuse=refuse_handle,
    form=AsksReason,
    do=withdraw_order,
    said=_("Đã rút yêu cầu. Chủ thể nhận được lý do."),
)
