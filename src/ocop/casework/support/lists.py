"""The lists: activities of a kind, payments, and the help that a producer received."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.labels import STATE_KINDS, kind_choices, kind_name, state_choices, state_word
from ocop.casework.support.labels.facts import plain, words
from ocop.casework.support.models import Activity, Cost
from ocop.casework.support.rules import ActivityState, Field, FieldType, Kind
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import (
    NUMBER,
    DayColumn,
    LinkedColumn,
    MoneyColumn,
    NumberColumn,
    StateColumn,
    two_lines,
)
from ocop.foundation.ui.lists import ListFilter, WordsFilter, YearFilter
from ocop.foundation.ui.words import said
from ocop.registers.programme.labels import SOURCES

_NUMBERS = frozenset({FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY})


class ActivityFilter(ListFilter):
    """By words, place (old names too), producer, year and state."""

    dia_ban = WordsFilter(label=_("Xã, huyện"), method="filter_place")
    chu_the = WordsFilter(label=_("Chủ thể"), method="filter_producer")
    nam = YearFilter(label=_("Năm"), method="filter_year")
    trang_thai = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=state_choices)

    def filter_place(self, queryset: QuerySet[Activity], name: str, value: str) -> QuerySet[Activity]:
        """Every word in the names of the place, old ones too."""
        return queryset.filter(place__words__finds=value)

    def filter_producer(self, queryset: QuerySet[Activity], name: str, value: str) -> QuerySet[Activity]:
        """Every word in what one producer that is helped is found by."""
        helped = Activity.objects.filter(beneficiaries__producer__search_text__finds=value)
        return queryset.filter(pk__in=helped.values("pk"))

    def filter_year(self, queryset: QuerySet[Activity], name: str, value: Decimal) -> QuerySet[Activity]:
        """Those that begin or have their result in the year."""
        if value != value.to_integral_value() or not 1 <= value <= 9999:
            return queryset.none()
        return queryset.filter(Q(starts_on__year=int(value)) | Q(result_on__year=int(value)))


class ReceivedFilter(ActivityFilter):
    """The same over all kinds."""

    loai = django_filters.ChoiceFilter(label=_("Loại hỗ trợ"), field_name="kind", choices=kind_choices)
    dia_ban = None  # type: ignore[assignment]  # so a filter is left out
    chu_the = None  # type: ignore[assignment]


class FactColumn(tables.Column):
    """One fact of the kind: in words on the page, as a date or number in the spreadsheet."""

    def __init__(self, field: Field, **kwargs: Any) -> None:
        attrs = NUMBER if field.type in _NUMBERS else {}
        # without an accessor of its own the exporter takes what `value` says
        super().__init__(
            verbose_name=said(field.label),
            accessor="facts",
            orderable=False,
            empty_values=(),
            attrs=attrs,
            **kwargs,
        )
        self.field = field

    def render(self, value: Any, record: Activity) -> Any:
        """In words; a link opens where it leads."""
        text = words(self.field, record.facts)
        if self.field.type is FieldType.URL and text:
            return format_html('<a href="{}" rel="noopener noreferrer nofollow">{}</a>', text, text)
        return text or "—"

    def value(self, **kwargs: Any) -> Any:
        """The value itself."""
        return plain(self.field, kwargs["record"].facts)


def _place(activity: Activity) -> str:
    """Kind and name, and the unit above it."""
    above = activity.place.parent
    has_above = above is not None and above.parent_id
    return f"{activity.place}, {above}" if has_above else str(activity.place)


def _state(activity: Activity) -> tuple[str, str]:
    return state_word(activity.state), STATE_KINDS[ActivityState(activity.state)]


class ActivityTable(tables.Table):
    """What every kind shows; the columns of the kind come between place and state."""

    name = LinkedColumn(verbose_name=_("Hoạt động"), under=_place)
    place = tables.Column(verbose_name=_("Địa bàn"), order_by=("place__name",))
    starts_on = DayColumn(verbose_name=_("Từ ngày"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    helped = NumberColumn(verbose_name=_("Đối tượng"))
    result_on = DayColumn(verbose_name=_("Ngày có kết quả"))
    agency = tables.Column(verbose_name=_("Cơ quan thực hiện"))
    ends_on = tables.Column(verbose_name=_("Đến ngày"))
    result = tables.Column(verbose_name=_("Kết quả"), orderable=False)
    people = tables.Column(verbose_name=_("Ai được hỗ trợ"), accessor="beneficiaries", orderable=False)
    spent = NumberColumn(verbose_name=_("Đã chi (đồng)"))
    plan = tables.Column(verbose_name=_("Kế hoạch năm"), accessor="plan__year")

    class Meta:
        model = Activity
        fields = ("name", "place", "starts_on", "state", "helped", "result_on")
        sequence = (
            "name",
            "place",
            "starts_on",
            "ends_on",
            "state",
            "agency",
            "...",
            "helped",
            "people",
            "result_on",
            "result",
            "spent",
            "plan",
        )
        order_by = "-starts_on"

    ONLY_EXPORTED = ("place", "agency", "ends_on", "people", "result_on", "result", "spent", "plan")

    def render_place(self, record: Activity) -> str:
        """With the unit above it."""
        return _place(record)

    def render_people(self, record: Activity) -> str:
        """Products by name, else producers."""
        return "; ".join(str(one) for one in record.beneficiaries.all())


def fact_columns(kind: Kind, *, every: bool) -> list[tuple[str, tables.Column]]:
    """The columns of a kind: the telling ones on the page, every one in the spreadsheet."""
    keys = [field.key for field in kind.fields] if every else kind.columns
    return [(f"fact_{key}", FactColumn(kind.by_key[key])) for key in keys]


class ReceivedTable(tables.Table):
    """Help of any kind."""

    name = LinkedColumn(verbose_name=_("Hoạt động"))
    kind = tables.Column(verbose_name=_("Loại hỗ trợ"))
    agency = tables.Column(verbose_name=_("Cơ quan thực hiện"))
    starts_on = DayColumn(verbose_name=_("Từ ngày"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    result = tables.Column(verbose_name=_("Kết quả"), orderable=False)

    class Meta:
        model = Activity
        fields = ("name", "kind", "agency", "starts_on", "state", "result")
        order_by = "-starts_on"

    def render_kind(self, record: Activity) -> str:
        """In words."""
        return kind_name(record.kind)


class CostFilter(ListFilter):
    """By the words of the activity, by kind, year and source."""

    search_field = "activity__search_text"
    loai = django_filters.ChoiceFilter(
        label=_("Loại hỗ trợ"), field_name="activity__kind", choices=kind_choices
    )
    nguon = django_filters.ChoiceFilter(
        label=_("Nguồn"), field_name="budget_line__source", choices=list(SOURCES.items())
    )
    nam = YearFilter(label=_("Năm chi"), field_name="paid_on", lookup_expr="year")


def _source(source: str) -> str:
    return str(SOURCES[source])  # type: ignore[index]  # a choice of the field


class CostTable(tables.Table):
    """Payments with what they were for and from which line."""

    activity = LinkedColumn(
        verbose_name=_("Hoạt động"),
        accessor="activity__name",
        order_by=("activity__name",),
        to=lambda cost: cost.activity,
        under=lambda cost: kind_name(cost.activity.kind),
    )
    kind = tables.Column(verbose_name=_("Loại hỗ trợ"), accessor="activity__kind")
    note = tables.Column(verbose_name=_("Nội dung chi"))
    line = tables.Column(verbose_name=_("Dòng kinh phí"), accessor="budget_line__name")
    source = tables.Column(verbose_name=_("Nguồn"), accessor="budget_line__source")
    year = tables.Column(verbose_name=_("Kế hoạch năm"), accessor="budget_line__plan__year")
    paid_on = DayColumn(verbose_name=_("Ngày chi"))
    amount = MoneyColumn(verbose_name=_("Số tiền (đồng)"))

    class Meta:
        model = Cost
        fields = ("activity", "kind", "note", "line", "source", "year", "paid_on", "amount")
        order_by = "-paid_on"

    cells: ClassVar = {
        "kind": Cell(("activity__kind",), each=kind_name),
        "line": Cell(("budget_line__name",)),
        "source": Cell(("budget_line__source",), each=_source),
    }
    ONLY_EXPORTED = ("kind", "source", "year")

    def render_line(self, value: str, record: Cost) -> Any:
        """The line, with its source and the year of its plan."""
        line = record.budget_line
        return two_lines(value, f"{line.get_source_display()}, {line.plan.year}")

    def value_line(self, value: str) -> str:
        """The line alone."""
        return value

    def render_kind(self, value: str) -> str:
        """In words."""
        return kind_name(value)

    def render_source(self, record: Cost) -> str:
        """In words."""
        return record.budget_line.get_source_display()
