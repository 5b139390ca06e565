"""Xác nhận đã khắc phục: the office has looked at the answer, and the order is closed."""

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
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words
from ocop.foundation.ui.forms import TextField


class AsksSeen(Asks):
    """What the office has looked at."""

    seen = TextField(label=_("Đã xem gì"), lines=3, max_length=2000)


@recorded
def accept_correction(order: CorrectiveOrder, *, seen: str, by: Person, at: datetime) -> None:
    """Closes the order. Refused to all but officers of the province, and before the producer has answered."""
    ensure(refuse_handle(who_is(by, at), held(order)))
    transition(order, "accept", by=by, at=at, reason=seen, changes={"ended_at": at})
    tell_concerned(
        order.producer,
        kind="inspections.accepted",
        subject=words(_("Đã khắc phục xong: %(what)s"), what=str(order)),
        body=words("%(seen)s", seen=seen),
        url=order.get_absolute_url(),
        at=at,
    )


ACCEPT = Act(
    about=ORDER,
    name="accept",
    path="xac-nhan/",
    move=ORDER_WORKFLOW.move("accept"),
    refuse=refuse_handle,
    form=AsksSeen,
    do=accept_correction,
    said=_("Đã xác nhận. Yêu cầu khép lại."),
    weight="main",
)
