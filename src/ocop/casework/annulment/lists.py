"""The list of annulments."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.labels import (
    STATE_KINDS,
    ground_choices,
    ground_word,
    state_choices,
    state_word,
)
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.states import AnnulmentState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


class AnnulmentFilter(ListFilter):
    """Search by product, producer, code and number; by state and ground."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)
    can_cu = django_filters.ChoiceFilter(label=_("Căn cứ"), field_name="ground", choices=ground_choices)


def _state(annulment: Annulment) -> tuple[str, str]:
    return state_word(annulment.state), STATE_KINDS[AnnulmentState(annulment.state)]


class AnnulmentTable(tables.Table):
    """What is annulled, why, how far it is, by which decision."""

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
        model = Annulment
        fields = ("first", "products", "ground", "state", "paper", "decided_on", "prepared_at")
        order_by = "-prepared_at"

    cells: ClassVar = {
        "ground": Cell(("ground",), each=ground_word),
        "state": Cell(("state",), each=state_word),
    }

    def render_ground(self, record: Annulment) -> Any:
        """In two or three words."""
        return ground_word(record.ground)
