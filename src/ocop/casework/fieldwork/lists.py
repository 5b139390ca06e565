"""The list of visits."""

from __future__ import annotations

from typing import ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.labels import (
    STATE_KINDS,
    kind_choices,
    kind_word,
    state_choices,
    state_word,
)
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.places.labels import kind_and_name
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


def communes_visited(_request: object) -> QuerySet[Place]:
    """Where there are visits."""
    return Place.objects.filter(pk__in=Visit.objects.values("commune")).order_by("name", "code")


_DAYS = ["%d/%m/%Y", "%Y-%m-%d"]


class VisitFilter(ListFilter):
    """Search by product, producer and commune; by kind, state and days."""

    loai = django_filters.ChoiceFilter(label=_("Loại"), field_name="kind", choices=kind_choices)
    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"), queryset=communes_visited, to_field_name="code", method="filter_commune"
    )
    tu = django_filters.DateFilter(
        label=_("Từ ngày"), field_name="day", lookup_expr="gte", input_formats=_DAYS
    )
    den = django_filters.DateFilter(
        label=_("Đến ngày"), field_name="day", lookup_expr="lte", input_formats=_DAYS
    )

    def filter_commune(self, queryset: QuerySet[Visit], name: str, value: Place) -> QuerySet[Visit]:
        """Those on the ground of the commune, where it took over others too."""
        return queryset.filter(commune__in=list(ground_of(value)))


def _state(visit: Visit) -> tuple[str, str]:
    return state_word(visit.state), STATE_KINDS[VisitState(visit.state)]


def _commune(kind: str | None, name: str | None) -> str:
    return kind_and_name(kind, name) if kind and name else ""


class VisitTable(tables.Table):
    """Whom, where, when, of which kind, how far."""

    product_name = LinkedColumn(verbose_name=_("Sản phẩm"))
    producer_name = tables.Column(verbose_name=_("Chủ thể"))
    commune = tables.Column(verbose_name=_("Xã, phường"), order_by=("commune__name",))
    kind = tables.Column(verbose_name=_("Loại"))
    day = DayColumn(verbose_name=_("Ngày"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))

    class Meta:
        model = Visit
        fields = ("product_name", "producer_name", "commune", "kind", "day", "state")
        order_by = "-day"

    cells: ClassVar = {
        "commune": Cell(("commune__kind", "commune__name"), each=_commune),
        "kind": Cell(("kind",), each=kind_word),
        "state": Cell(("state",), each=state_word),
    }

    def render_kind(self, record: Visit) -> str:
        """In two or three words."""
        return kind_word(record.kind)
