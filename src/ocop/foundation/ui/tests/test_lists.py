"""Lists: search without marks, filter, sort, pages, export, counts, empty states,
and a steady number of queries.
"""

import django_filters
import django_tables2 as tables
import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection
from django.db.models import Q
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from ocop.foundation.accounts.models import Person
from ocop.foundation.ui.lists import SORT_PARAM, ListFilter, ListView

pytestmark = pytest.mark.django_db


class GroupTable(tables.Table):
    name = tables.Column(verbose_name="Tên")


class GroupFilter(ListFilter):
    number = django_filters.NumberFilter(label="Số", field_name="pk")

    def filter_q(self, queryset, name, value):
        """Django's groups have no index of words; what lists look for is asked of people below."""
        return queryset.filter(name__contains=value)


class Groups(ListView):
    table_class = GroupTable
    filterset_class = GroupFilter
    queryset = Group.objects.order_by("pk")
    heading = "Nhóm"
    empty_title = "Chưa có nhóm"
    page_size = 10


def write_names(table: tables.Table, name: str) -> HttpResponse:
    return HttpResponse(f"{name}: " + " ".join(str(row.get_cell("name")) for row in table.rows))


class ExportedGroups(Groups):
    exporter = write_names
    export_name = "nhom"


def ask(view: type[ListView] = Groups, **query: str) -> HttpResponse:
    request = RequestFactory().get("/nhom/", query)
    request.user = AnonymousUser()
    response = view.as_view()(request)
    return response.render() if hasattr(response, "render") else response


def names(response: HttpResponse) -> list[str]:
    return [str(row.get_cell("name")) for row in response.context_data["table"].paginated_rows]  # type: ignore[attr-defined]


def make(count: int) -> None:
    Group.objects.bulk_create(Group(name=f"nhom {number:04d}") for number in range(count))


def test_pages_and_count() -> None:
    make(25)
    first, third = ask(), ask(trang="3")
    assert (names(first)[0], len(names(first))) == ("nhom 0000", 10)
    assert names(third) == [f"nhom {number:04d}" for number in range(20, 25)]
    assert "<b>25</b> dòng" in first.content.decode()
    assert '<a href="?trang=2"' in first.content.decode()


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ("99", "nhom 0020"),
        ("0", "nhom 0000"),
        ("x", "nhom 0000"),
        ("-1", "nhom 0000"),
        ("9" * 30, "nhom 0000"),
    ],
)
def test_odd_page_numbers_show_a_page(page: str, first: str) -> None:
    make(25)
    assert names(ask(trang=page))[0] == first


def test_sorting_follows_the_address_and_ignores_unknown_columns() -> None:
    make(3)
    assert names(ask(**{"sap-xep": "-name"})) == ["nhom 0002", "nhom 0001", "nhom 0000"]
    assert names(ask(**{"sap-xep": "password"})) == ["nhom 0000", "nhom 0001", "nhom 0002"]
    assert 'aria-sort="descending"' in ask(**{"sap-xep": "-name"}).content.decode()


class People(Groups):
    filterset_class = type("PeopleFilter", (ListFilter,), {})
    queryset = Person.objects.order_by("pk")
    table_class = type("PeopleTable", (tables.Table,), {"name": tables.Column(accessor="full_name")})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("long", ["Hoàng Văn Long"]), ("lon", ["Hoàng Văn Long", "Lý Lợn"]), ("lợn", ["Lý Lợn"]),
        ("LONG hoàng", ["Hoàng Văn Long"]), ("long ly", []), ("ong", []),
        ("0912 345 678", ["Lý Lợn"]), ("0912345678", ["Lý Lợn"]), ("5678", ["Lý Lợn"]),
        ("", ["Hoàng Văn Long", "Lý Lợn"]),
    ],
)  # fmt: skip
def test_search_needs_every_word_or_its_beginning(words: str, found: list[str]) -> None:
    Person.objects.create_user("long", full_name="Hoàng Văn Long")
    Person.objects.create_user("lon", full_name="Lý Lợn", phone="0912345678")
    assert names(ask(People, q=words)) == found


def test_a_filter_that_cannot_be_read_shows_nothing_and_says_why() -> None:
    make(3)
    answer = ask(number="ba")
    assert names(answer) == []
    assert 'id="id_number_error"' in answer.content.decode()


def test_empty_lists_say_what_to_do() -> None:
    assert "Chưa có nhóm" in ask().content.decode()
    assert "Không có dòng nào khớp" in ask(q="dứa").content.decode()


def test_export_holds_every_filtered_row() -> None:
    make(12)
    assert ask(ExportedGroups, xuat="xlsx", q="1").content.decode() == "nhom: nhom 0001 nhom 0010 nhom 0011"
    assert 'href="?xuat=xlsx"' in ask(ExportedGroups).content.decode()


def test_without_an_exporter_there_is_no_export() -> None:
    make(2)
    page = ask(xuat="xlsx").content.decode()
    assert (page.startswith("<!doctype html>"), "xuat=xlsx" in page.split("<footer")[0]) == (True, False)


def test_without_a_search_field_there_is_no_search() -> None:
    class Plain(ListFilter):
        search_field = ""

    assert list(Plain({}, queryset=Group.objects.all()).form.fields) == []


def test_cells_carry_their_label_for_phones() -> None:
    make(1)
    assert 'data-label="Tên"' in ask().content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows() -> None:
    counts = []
    for rows in (10, 1000):
        Group.objects.all().delete()
        make(rows)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            ask()
        counts.append(len(asked))
    assert counts == [4, 4]  # the count, the keys of the page, its rows, whose programme this is


class UsefulGroups(Groups):
    queryset = Group.objects.order_by("name")
    useful_first = (Q(name__endswith="7"), Q(name__endswith="3"))


def test_useful_rows_stand_first_over_all_pages_until_somebody_sorts() -> None:
    make(25)
    pages = [names(ask(UsefulGroups, trang=str(number))) for number in (1, 2, 3)]
    assert [name[-2:] for name in pages[0]][:6] == ["07", "17", "03", "13", "23", "00"]
    assert sorted(name for page in pages for name in page) == [f"nhom {number:04d}" for number in range(25)]
    led_on = ask(UsefulGroups, sau=ask(UsefulGroups).context_data["table"].page.after)  # type: ignore[attr-defined]
    assert names(led_on) == pages[1]
    assert names(ask(UsefulGroups, **{SORT_PARAM: "name"}))[0] == "nhom 0000"
