"""Giữ nguyên yêu cầu: the office answers an objection; the order waits for the producer again."""

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
def uphold_order(order: CorrectiveOrder, *, reason: str, by: Person, at: datetime) -> None:
    """The objection is answered: the order stands. Refused to all but officers of the province, and without a
    reason, which the producer reads.
    """
    ensure(refuse_handle(who_is(by, at), held(order)))
    transition(order, "uphold", by=by, at=at, reason=reason)
    tell_concerned(
        order.producer,
        kind="inspections.uphold",
        subject=words(_("Yêu cầu được giữ nguyên: %(what)s"), what=str(order)),
        body=words("%(reason)s", reason=reason),
        url=order.get_absolute_url(),
        at=at,
    )


UPHOLD = Act(
    about=ORDER,
    name="uphold",
    path="giu/",
    move=ORDER_WORKFLOW.move("uphold"),
    refuse=refuse_handle,
    form=AsksReason,
    do=uphold_order,
    said=_("Đã trả lời. Chủ thể tiếp tục khắc phục."),
)
