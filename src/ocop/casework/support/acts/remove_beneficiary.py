"""Bỏ đối tượng được hỗ trợ: somebody who was added by mistake."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import BENEFICIARY
from ocop.casework.support.models import Beneficiary
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.writes import index
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_remove_beneficiary(who: Who, beneficiary: Beneficiary) -> Refusal | None:
    """Whoever may change the activity."""
    return refuse_change(who, beneficiary.activity)


@recorded
def remove_beneficiary(beneficiary: Beneficiary, *, by: Person, at: datetime) -> None:
    """Takes somebody out who was added by mistake; the record keeps who it was.
    Refused once the activity has ended.
    """
    activity = held(beneficiary.activity)
    ensure(refuse_change(who_is(by, at), activity))
    if not activity.beneficiaries.filter(pk=beneficiary.pk).exists():
        return  # the other of two clicks took it out
    data = {"producer": beneficiary.producer_id, "product": beneficiary.product_id, "name": str(beneficiary)}
    beneficiary.delete()
    index(activity)
    record("activity.remove_beneficiary", activity, by=by, at=at, data=data)


REMOVE_BENEFICIARY = Act(
    about=BENEFICIARY,
    name="remove_beneficiary",
    path="bo/",
    refuse=refuse_remove_beneficiary,
    do=remove_beneficiary,
    button=_("Bỏ đối tượng được hỗ trợ"),
    said=_("Đã bỏ."),
    at_once=True,
)
