"""What waits for an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.objections.models import Objection
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem

_FACTS = {"key": "key", "product": "product_name", "producer": "producer__name"}


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Officers of the province: objections that wait for an answer, the oldest first."""
    if all(one.role != Role.PROVINCE_OFFICER for one in appointments_on(person, at)):
        return []
    rows = Objection.objects.visible_to(person, at).filter(state=ObjectionState.FILED)

    def item(row: Facts) -> WaitingItem:
        url = reverse("objections:detail", args=[UUID(row["key"])])
        return WaitingItem(row["product"], row["producer"], url)

    title, address = _("Kiến nghị về kết quả chờ trả lời"), reverse("objections:list")
    return [Pile("objections.answer", title, address, rows.order_by("filed_at", "pk"), _FACTS, item)]
