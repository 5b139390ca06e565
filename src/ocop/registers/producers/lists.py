"""The officers' list of producers."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places.labels import local_kind_and_name
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of, units_of_today
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import NumberColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.registers.producers.labels import LEGAL_FORMS, SOURCES
from ocop.registers.producers.models import Producer


class ProducerTable(tables.Table):
    """One line for a producer."""

    name = tables.Column(verbose_name=_("Chủ thể"), linkify=True)
    legal_form = tables.Column(verbose_name=_("Loại hình"))
    commune = tables.Column(verbose_name=_("Xã, phường"), order_by=("commune__name", "name"))
    registration_no = tables.Column(verbose_name=_("Số đăng ký"))
    phone = tables.Column(verbose_name=_("Điện thoại"))
    products = NumberColumn(verbose_name=_("Sản phẩm"), accessor="product_count")

    class Meta:
        model = Producer
        fields: ClassVar = ("name", "legal_form", "commune", "registration_no", "phone", "products")
        order_by = "name"

    cells: ClassVar = {"commune": Cell(("commune__kind", "commune__name"), each=local_kind_and_name)}

    def render_commune(self, value: Place) -> str:
        """Kind and name of the commune."""
        return value.local_name


def communes_with_producers(request: Any) -> QuerySet[Place]:
    """The communes of today that the list can show to this person, each once."""
    desk = Producer.objects.on_desk_of(request.user, timezone.now())
    return units_of_today(Place.objects.filter(pk__in=desk.values("commune")), timezone.localdate())


class ProducerFilter(ListFilter):
    """By words, form, commune, and where the record comes from."""

    loai = django_filters.ChoiceFilter(
        label=_("Loại hình"), field_name="legal_form", choices=lambda: list(LEGAL_FORMS.items())
    )
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"), field_name="commune", queryset=communes_with_producers, to_field_name="code",
        method="filter_commune",
    )  # fmt: skip
    nguon = django_filters.ChoiceFilter(
        label=_("Nguồn"), field_name="source", choices=lambda: list(SOURCES.items())
    )

    def filter_commune(self, queryset: QuerySet[Producer], name: str, value: Place) -> QuerySet[Producer]:
        """Those on the ground of the commune, where it took over others too."""
        return queryset.filter(commune__in=list(ground_of(value)))

    class Meta:
        model = Producer
        fields: ClassVar = ("q", "loai", "xa", "nguon")
