"""Không đồng ý với yêu cầu: recorded, and answered by the office."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import ORDER
from ocop.casework.inspections.models import CorrectiveOrder, OrderAnswer
from ocop.casework.inspections.permissions import refuse_producer
from ocop.casework.inspections.states import ORDER_WORKFLOW
from ocop.casework.inspections.writes.office import tell_office
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words


@recorded
def object_to_order(order: CorrectiveOrder, *, reason: str, by: Person, at: datetime) -> None:
    """The producer objects; the deadline stands still for nobody, but the office has to answer. Refused to
    all but the producer's people, and without a reason.
    """
    ensure(refuse_producer(who_is(by, at), held(order)))
    transition(order, "object", by=by, at=at, reason=reason)
    OrderAnswer.objects.create(order=order, is_objection=True, text=reason.strip(), by=by, at=at)
    tell_office(
        order,
        kind="inspections.objected",
        subject=words(_("Chủ thể không đồng ý: %(what)s"), what=str(order)),
        body=words("%(reason)s", reason=reason),
        at=at,
    )


OBJECT = Act(
    about=ORDER,
    name="object",
    path="khong-dong-y/",
    move=ORDER_WORKFLOW.move("object"),
    refuse=refuse_producer,
    form=AsksReason,
    do=object_to_order,
    said=_("Đã ghi. Cơ quan OCOP phải trả lời bạn."),
)
