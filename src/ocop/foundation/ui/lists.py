"""Lists: filter, sort, page, count, export. A concrete list is a table, a filter and a queryset.

Parameters in the address: `q` search, `trang` page, `sau` onwards, `sap-xep` sort, `xuat` export; filters
under their own names. A list of up to `rows_at_once()` rows is saved at once; a longer one is made by a
process beside, which looks at the list as the person who asked (`Taker`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import django_filters
from django.conf import settings
from django.db.models import Case, Q, QuerySet, SmallIntegerField, Value, When
from django.forms import TextInput
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin, Table
from django_tables2.data import TableQuerysetData

from ocop.foundation.refusals import Text
from ocop.foundation.ui.forms import Form, QueryField
from ocop.foundation.ui.paging import PAGE_PARAM, order_of, page_number, part_of
from ocop.foundation.ui.shown_rows import ShownRows

SORT_PARAM, EXPORT_PARAM = "sap-xep", "xuat"
PAGE_SIZE = 25
LONGEST_WORDS = 200
"""How many letters may be looked for: each word is a condition of its own to the database."""
Exporter = Callable[[Table, str], HttpResponse]
Taker = Callable[["ListView", Table], HttpResponse]
"""Takes the whole filtered table in place of the page: `request.taker`, which no browser can set."""


def rows_at_once() -> int:
    """How many rows are saved while somebody waits: the setting EXPORT_ROWS_AT_ONCE, or 2,000."""
    return int(getattr(settings, "EXPORT_ROWS_AT_ONCE", 2000))


def row_count(table: Table) -> int:
    """The rows of a table; counted by the database, also where the table is not cut to a page."""
    is_cut = hasattr(table, "paginator") or not isinstance(table.data, TableQuerysetData)
    return len(table.data) if is_cut else table.data.data.count()


class SearchInput(TextInput):
    """A box for words to find."""

    input_type = "search"


class FilterForm(Form):
    """The form above a list; nothing in it is required, so nothing is marked as optional."""

    hide_optional = True


class YearFilter(django_filters.NumberFilter):
    """A year from 1900 to 2200; the calendar of Python knows none before 1 and none after 9999."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1900, max_value=2200, decimal_places=0, **kwargs)


class WordsFilter(django_filters.CharFilter):
    """Words to find by."""

    field_class = QueryField


class ListFilter(django_filters.FilterSet):
    """Base filter: `q` finds rows that answer to every word, by the index of a `SearchField`, the row's own
    or a related one's; without a `search_field` there is no `q`.
    """

    search_field: ClassVar[str] = "search_text"
    q = WordsFilter(label=_("Tìm"), method="filter_q", widget=SearchInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.search_field:
            del self.filters["q"]

    def get_form_class(self) -> type[Form]:
        """Our calm form, also where a subclass writes a Meta of its own; no words without end."""
        for item in self.filters.values():
            if isinstance(item, django_filters.CharFilter):
                item.extra.setdefault("max_length", LONGEST_WORDS)
        return type(
            "ListFilterForm", (FilterForm,), {name: item.field for name, item in self.filters.items()}
        )

    def filter_q(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Every word must be found, in whatever order."""
        return queryset.filter(**{f"{self.search_field}__finds": value})


class ListView(SingleTableMixin, FilterView):
    """A page with a list. Set `table_class`, `filterset_class`, `queryset` (or `get_queryset`), `heading`.

    Rows must not ask the database one by one: use select_related and annotations in the queryset.
    """

    template_name = "ui/list.html"
    filterset_class: type[ListFilter] | None = None
    heading: Text = ""
    lead: Text = ""
    empty_title: Text = _("Chưa có gì ở đây")
    empty_text: Text = ""
    empty_url: Text = ""
    empty_label: Text = ""
    add_url: Text = ""
    add_label: Text = _("Thêm mới")
    refuse_add: ClassVar[Callable[[Any], object] | None] = None
    """Who may not begin a new one at `add_name`; all others find the way there, from an empty list too."""
    add_name: ClassVar[str] = ""
    page_size = PAGE_SIZE
    exporter: ClassVar[Exporter | None] = None
    export_name = "danh-sach"
    useful_first: ClassVar[tuple[Q, ...]] = ()
    """Which rows stand in front until somebody sorts: what waits, what goes on; what is done comes last."""

    def get_filterset_class(self) -> type[ListFilter]:
        """The list's own filter, or search alone."""
        return self.filterset_class or ListFilter

    def get_table(self, **kwargs: Any) -> Table:
        """The table sorted and cut to one page; a page beyond the end shows the last one."""
        names = {"order_by_field": SORT_PARAM, "page_field": PAGE_PARAM}
        table = self.get_table_class()(data=self.get_table_data(), **names, **kwargs)
        table.request = self.request
        if sort := known_order(table, self.request.GET.getlist(SORT_PARAM)):
            table.order_by = sort
        elif self.useful_first and isinstance(table.data.data, QuerySet):
            table.data.data = _ranked(table.data.data, self.useful_first)
        rows = table.data.data
        if not self.is_export:
            _cut(table, self.request.GET, self.page_size)
        elif isinstance(rows, QuerySet):
            table.data.data = rows.order_by(*(term.ordered() for term in order_of(rows)))
        return table

    @property
    def is_export(self) -> bool:
        """True when this list can be exported and the address, or a taker, asks for it."""
        is_asked = self.request.GET.get(EXPORT_PARAM) == "xlsx" or hasattr(self.request, "taker")
        return type(self).exporter is not None and is_asked

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """The page; or the whole filtered list through the exporter, a long one when it has been made."""
        exporter = type(self).exporter
        if exporter is None or not self.is_export:
            return super().render_to_response(context, **kwargs)
        if taker := getattr(self.request, "taker", None):
            return taker(self, context["table"])
        if context["is_long"]:
            return render(self.request, "ui/long_list.html", context)
        return exporter(context["table"], self.export_name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The table, the filter and the words around them."""
        refuse_add = type(self).refuse_add
        if refuse_add is not None and refuse_add(self.request.who) is None:
            self.add_url = self.empty_url = reverse(self.add_name)
        context = super().get_context_data(**kwargs)
        can_export = type(self).exporter is not None
        rows = row_count(context["table"]) if can_export and not hasattr(self.request, "taker") else 0
        return context | {
            "list": self,
            "can_export": can_export,
            "row_count": rows,
            "is_long": rows > rows_at_once(),
            "is_filtered": self.is_filtered,
        }

    @property
    def is_filtered(self) -> bool:
        """True when a filter narrows the list, so that an empty one is the filter's doing."""
        return any(self.request.GET.get(name) for name in self.filterset.form.fields)


def _ranked(rows: QuerySet[Any], kinds: tuple[Q, ...]) -> QuerySet[Any]:
    """The rows by the first kind that they are of, and within it in their order."""
    cases = [When(kind, then=Value(place)) for place, kind in enumerate(kinds)]
    rank = Case(*cases, default=Value(len(kinds)), output_field=SmallIntegerField())
    order = rows.query.order_by or rows.model._meta.ordering
    return rows.annotate(useful=rank).order_by("useful", *order)


def known_order(table: Table, asked: list[str]) -> list[str]:
    """What of an asked order names a column of the table, going up or (-) down; django-tables2 reads the
    rest as the way to a value.
    """
    return [name for name in asked if name.removeprefix("-") in table.columns.names()]


def _cut(table: Table, asked: Mapping[str, str], size: int) -> None:
    """Cut `table` to the page that the address asks for."""
    rows = table.data.data
    table.paginate(page=1, per_page=size)
    if isinstance(rows, QuerySet):
        part = part_of(rows, asked, table.paginator, lambda keys: in_turn(rows, keys))
        part.object_list = ShownRows(part.object_list, table)
        table.page = part
    else:
        table.page = table.paginator.get_page(page_number(asked))


def in_turn(rows: QuerySet[Any], keys: list[Any]) -> list[Any]:
    """The rows with these keys, in the order of the keys; one statement, none for no key."""
    found = {row.pk: row for row in rows.order_by().filter(pk__in=keys)} if keys else {}
    return [found[key] for key in keys if key in found]
