"""Gia hạn khắc phục: once, with a reason; what was answered was not enough, or time was."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import ORDER
from ocop.casework.inspections.models import CorrectiveOrder
from ocop.casework.inspections.permissions import refuse_handle
from ocop.casework.inspections.states import ORDER_WORKFLOW
from ocop.casework.inspections.writes.office import tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition, words
from ocop.foundation.ui.forms import DateField, ReasonField


class AsksLater(Asks):
    """Until when, and why."""

    due_on = DateField(label=_("Hạn mới"))
    reason = ReasonField()
    beside = {"due_": "due_on"}


def refuse_extend(who: Who, order: CorrectiveOrder) -> Refusal | None:
    """A new deadline: officers of the province, once."""
    refusal = refuse_handle(who, order)
    if refusal is None and order.was_extended:
        return Refusal(
            "extended_once",
            _("Yêu cầu này đã được gia hạn một lần."),
            "",
            _("Xác nhận đã khắc phục, hoặc đề nghị thu hồi giấy chứng nhận."),
        )
    return refusal


@recorded
def extend_order(order: CorrectiveOrder, *, due_on: date, reason: str, by: Person, at: datetime) -> None:
    """Gives the producer more time. Refused to all but officers of the province, a second time, without a
    reason, for a day that is not after today and after the first deadline.
    """
    ensure(refuse_extend(who_is(by, at), held(order)))
    if due_on <= max(order.first_due_on, timezone.localdate(at)):
        ensure(Refusal("due_too_early", _("Hạn mới phải sau hạn ban đầu và sau hôm nay.")))
    data = {"due_on": due_on.isoformat()}
    transition(order, "extend", by=by, at=at, reason=reason, changes={"due_on": due_on}, data=data)
    tell_concerned(
        order.producer,
        kind="inspections.extended",
        subject=words(_("Gia hạn khắc phục: %(what)s"), what=str(order)),
        body=words(_("Hạn mới: %(day)s. %(reason)s"), day=f"{due_on:%d/%m/%Y}", reason=reason),
        url=order.get_absolute_url(),
        at=at,
    )


EXTEND = Act(
    about=ORDER,
    name="extend",
    path="gia-han/",
    move=ORDER_WORKFLOW.move("extend"),
    refuse=refuse_extend,
    form=AsksLater,
    do=extend_order,
    said=_("Đã gia hạn. Chủ thể nhận được hạn mới."),
)
