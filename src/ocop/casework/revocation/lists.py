"""The list of revocations."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.labels import (
    STATE_KINDS,
    ground_word,
    short_ground_choices,
    state_choices,
    state_word,
)
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


class RevocationFilter(ListFilter):
    """Search by product, producer and code; by state and ground."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)
    can_cu = django_filters.ChoiceFilter(label=_("Căn cứ"), field_name="ground", choices=short_ground_choices)


def _state(revocation: Revocation) -> tuple[str, str]:
    return state_word(revocation.state), STATE_KINDS[RevocationState(revocation.state)]


class RevocationTable(tables.Table):
    """What is taken back, on what ground, how far it is, by which decision."""

    first = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="first", orderable=False)
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    ground = tables.Column(verbose_name=_("Căn cứ"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    paper = tables.Column(
        verbose_name=_("Quyết định"), accessor="paper__number", attrs={"td": {"class": "code"}}
    )
    decided_on = DayColumn(verbose_name=_("Ngày"), accessor="paper__issued_on")
    prepared_at = DayColumn(verbose_name=_("Ngày lập"))

    class Meta:
        model = Revocation
        fields = ("first", "products", "ground", "state", "paper", "decided_on", "prepared_at")
        order_by = "-prepared_at"

    cells: ClassVar = {
        "ground": Cell(("ground",), each=ground_word),
        "state": Cell(("state",), each=state_word),
    }

    def render_ground(self, record: Revocation) -> Any:
        """In two or three words."""
        return ground_word(record.ground)
