"""The list of objections."""

from __future__ import annotations

from typing import ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.objections.labels import STATE_KINDS, state_choices, state_word
from ocop.casework.objections.models import Objection
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


class ObjectionFilter(ListFilter):
    """Search by product, producer and code of the receipt; by state."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)


def _state(objection: Objection) -> tuple[str, str]:
    return state_word(objection.state), STATE_KINDS[ObjectionState(objection.state)]


class ObjectionTable(tables.Table):
    """Which product, whose, how far it is, by which letter it was answered."""

    product_name = LinkedColumn(verbose_name=_("Sản phẩm"))
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="producer__name")
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    filed_at = DayColumn(verbose_name=_("Ngày gửi"))
    due_on = DayColumn(verbose_name=_("Hạn kiến nghị"))
    paper = tables.Column(
        verbose_name=_("Văn bản trả lời"), accessor="paper__number", attrs={"td": {"class": "code"}}
    )
    answered_at = DayColumn(verbose_name=_("Ngày trả lời"))

    class Meta:
        model = Objection
        fields = ("product_name", "producer", "state", "filed_at", "due_on", "paper", "answered_at")
        order_by = "-filed_at"

    cells: ClassVar = {"state": Cell(("state",), each=state_word)}
