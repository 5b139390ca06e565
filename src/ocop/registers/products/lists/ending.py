"""The list of recognitions by the day on which they end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places.labels import kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StarsColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.calendar import renewal_window
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.lists.desk import KEPT, communes_with_products
from ocop.registers.products.models import Listing
from ocop.registers.products.rules import Standing, kept_standing

WITHIN = (30, 90, 180, 365)


class EndingFilter(ListFilter):
    """By words, by how soon it ends, stars and commune."""

    trong = django_filters.ChoiceFilter(
        label=_("Hết hạn trong"),
        choices=[(str(days), _("%(days)s ngày") % {"days": days}) for days in WITHIN],
        method="filter_within",
    )
    sao = django_filters.ChoiceFilter(
        label=_("Hạng sao"), field_name="stars", choices=[(3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))]
    )
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"), field_name="producer_commune", queryset=communes_with_products,
        to_field_name="code",
    )  # fmt: skip

    class Meta:
        model = Listing
        fields: ClassVar = ("q", "trong", "sao", "xa")

    def filter_within(self, queryset: QuerySet[Listing], name: str, value: str) -> QuerySet[Listing]:
        """What ends from today to so many days later."""
        today = timezone.localdate()
        return queryset.ends_between(today, today + timedelta(days=int(value)))  # type: ignore[attr-defined]


def _today(*kept: Any) -> Standing:
    """What holds today, from the columns KEPT of a listing."""
    return kept_standing(*kept, on=timezone.localdate())


def _until(*kept: Any) -> date | None:
    return _today(*kept).until


def _word(*kept: Any) -> str:
    return str(STANDINGS[_today(*kept).kind])


def _state(listing: Listing) -> tuple[Any, str]:
    kind = listing.standing_on(timezone.localdate()).kind
    return STANDINGS[kind], STANDING_KINDS[kind]


def _window(window: tuple[date, date]) -> str:
    return " – ".join(map(ngay, window))


class EndingTable(tables.Table):
    """The soonest first: what ends, whose it is, until when it holds, when to file for evaluation anew."""

    name = LinkedColumn(verbose_name=_("Sản phẩm"), under=lambda one: one.producer_name, orderable=False)
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="producer_name", orderable=False)
    commune = tables.Column(verbose_name=_("Xã, phường"), orderable=False)
    stars = StarsColumn(verbose_name=_("Hạng sao"), orderable=False)
    expires_on = DayColumn(verbose_name=_("Có hiệu lực đến hết"), order_by=("expires_on", "pk"))
    days_left = NumberColumn(
        verbose_name=_("Còn (ngày)"), accessor="expires_on", orderable=False, exclude_from_export=True
    )
    window = tables.Column(verbose_name=_("Nộp hồ sơ đánh giá lại"), orderable=False)
    state = StateColumn(_state, verbose_name=_("Tình trạng"), accessor="status_code", orderable=False)

    class Meta:
        model = Listing
        fields: ClassVar = (
            "name", "producer", "commune", "stars", "expires_on", "days_left", "window", "state",
        )  # fmt: skip
        order_by = "expires_on"

    cells: ClassVar = {
        "commune": Cell(("commune__kind", "commune__name"), each=kind_and_name),
        "expires_on": Cell(KEPT, each=_until),
        "window": Cell(("expires_on",), each=lambda end: _window(renewal_window(end))),
        "state": Cell(KEPT, each=_word),
    }

    def before_render(self, request: Any) -> None:
        """The producer stands below the product; the spreadsheet has it in a column."""
        self.columns.hide("producer")

    def render_expires_on(self, record: Any) -> str:
        """The last day that holds."""
        return ngay(record.standing_on(timezone.localdate()).until)

    def render_days_left(self, record: Any) -> int:
        """From today."""
        today = timezone.localdate()
        days: int = (record.standing_on(today).until - today).days
        return days

    def render_window(self, value: tuple[date, date]) -> str:
        """First and last day."""
        return _window(value)
