"""Lists of places to visit, routes and chains, for those who keep them."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.labels import STATE_KINDS, kind_choices, state_choices, state_word
from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.casework.tourism.states import ShowState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


class ShowFilter(ListFilter):
    """Search by name and place; by state."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)


class SpotFilter(ShowFilter):
    """The same, and by kind."""

    loai = django_filters.ChoiceFilter(label=_("Loại"), field_name="kind", choices=kind_choices)


def _state(row: Any) -> tuple[str, str]:
    return state_word(row.state), STATE_KINDS[ShowState(row.state)]


class SpotTable(tables.Table):
    """What, where, how many guests, whether everyone sees it."""

    name = LinkedColumn(verbose_name=_("Tên"))
    kind = tables.Column(verbose_name=_("Loại"), accessor="get_kind_display", order_by="kind")
    place = tables.Column(verbose_name=_("Xã, phường"), accessor="place__name")
    capacity = NumberColumn(verbose_name=_("Sức chứa"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    live_since = DayColumn(verbose_name=_("Hiện từ"))

    class Meta:
        model = Spot
        fields = ("name", "kind", "place", "capacity", "state", "live_since")
        order_by = "name"

    cells: ClassVar = {"state": Cell(("state",), each=state_word)}


class RouteTable(tables.Table):
    """Which, where it begins, whether everyone sees it."""

    name = LinkedColumn(verbose_name=_("Tên"))
    place = tables.Column(verbose_name=_("Xã, phường"), accessor="place__name")
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    live_since = DayColumn(verbose_name=_("Hiện từ"))

    class Meta:
        model = Route
        fields = ("name", "place", "state", "live_since")
        order_by = "name"

    cells: ClassVar = {"state": Cell(("state",), each=state_word)}


class ChainTable(RouteTable):
    """The same of chains."""

    class Meta:
        model = Chain
        fields = ("name", "place", "state", "live_since")
        order_by = "name"
