"""Rút kiến nghị: the producer takes the objection back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.objections.about import OBJECTION
from ocop.casework.objections.models import Objection
from ocop.casework.objections.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.permissions import producers_acted_for


def refuse_withdraw(who: Who, objection: Objection) -> Refusal | None:
    """Taking it back: the producer's people."""
    if objection.producer_id in producers_acted_for(who):
        return None
    return Refusal(
        "not_producer",
        _("Bạn không rút kiến nghị này được."),
        _("Chỉ người đại diện của chủ thể rút kiến nghị."),
    )


@recorded
def withdraw_objection(objection: Objection, *, reason: str, by: Person, at: datetime) -> None:
    """Nothing is to be answered any more; the officers of the province are told. Refused to all but the
    producer's people, once it was answered, without a reason.
    """
    ensure(refuse_withdraw(who_is(by, at), held(objection)))
    transition(objection, "withdraw", by=by, at=at, reason=reason)
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=objection.programme.province),
        kind="objections.withdrawn",
        subject=words(_("Chủ thể rút kiến nghị: %(product)s"), product=objection.product_name),
        body=words("%(reason)s", reason=reason),
        url=objection.get_absolute_url(),
        at=at,
    )


WITHDRAW = Act(
    about=OBJECTION,
    name="withdraw",
    path="rut/",
    move=WORKFLOW.move("withdraw"),
    refuse=refuse_withdraw,
    form=AsksReason,
    do=withdraw_objection,
    said=_("Đã rút kiến nghị."),
    weight="quiet",
)
