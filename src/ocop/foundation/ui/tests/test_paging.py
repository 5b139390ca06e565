"""Next and previous lead on from a row: nothing twice, nothing lost, whatever the order and what is empty."""

from datetime import date, datetime, timedelta
from itertools import chain
from urllib.parse import parse_qs

import pytest
from django.core.paginator import Paginator
from django.db.models import Count, F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.foundation.refusals import Refused
from ocop.foundation.ui.lists import in_turn
from ocop.foundation.ui.paging import Part, order_of, part_of
from ocop.registers.producers.models import Producer

pytestmark = [pytest.mark.django_db, pytest.mark.differs]
AT = datetime.fromisoformat("2026-01-01T08:00:00.123456+07:00")
ORDERS = (
    ("name",),
    ("-name",),
    ("registered_on", "-name"),
    ("-registered_on", "name"),
    ("-created_at",),
    ("commune__name", "-registered_on"),
    ("-commune__name",),
    (F("registered_on").desc(nulls_last=True),),
    ("local_capital_over_half", "legal_form"),
    ("-count", "name"),
    ("-pk",),
)


def make(*rows: tuple[str, int | None]) -> list[Producer]:
    """Producers by name and day of registration."""
    start = Producer.objects.count()
    return Producer.objects.bulk_create(
        Producer(
            name=name, slug=f"s-{start}-{number}", legal_form="farm", source="office",
            registered_on=None if day is None else date(2026, 1, 1) + timedelta(days=day),
            created_at=AT + timedelta(microseconds=number % 3),
        )
        for number, (name, day) in enumerate(rows)
    )  # fmt: skip


def page(size: int, order: tuple[object, ...] = ("name",), **asked: str) -> Part:
    rows = Producer.objects.annotate(count=Count("representations")).order_by(*order)
    return part_of(rows, asked, Paginator(rows, size), lambda keys: in_turn(rows, keys))


def walk(size: int, order: tuple[object, ...]) -> tuple[list[list[int]], list[list[int]]]:
    """Every page from the first to the last, and back."""
    there, back = [page(size, order)], []
    while there[-1].has_next():
        there.append(page(size, order, sau=there[-1].after, trang=str(there[-1].next_page_number())))
    back.append(there[-1])
    while back[-1].has_previous():
        back.append(page(size, order, sau=back[-1].before, trang=str(back[-1].previous_page_number())))
    assert [one.number for one in there] == list(range(1, len(there) + 1))
    assert back[-1].number == 1
    return [[row.pk for row in one] for one in there], [[row.pk for row in one] for one in back]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(st.sampled_from("aăbBđ"), st.none() | st.integers(0, 2)), max_size=12),
    size=st.integers(1, 5), order=st.sampled_from(ORDERS),
)  # fmt: skip
def test_every_row_once_there_and_back(
    rows: list[tuple[str, int | None]], size: int, order: tuple[object, ...]
) -> None:
    Producer.objects.all().delete()
    make(*rows)
    there, back = walk(size, order)
    numbers = -(-len(rows) // size) or 1
    by_number = [[row.pk for row in page(size, order, trang=str(n + 1))] for n in range(numbers)]
    assert there == by_number
    forth = list(chain(*there))
    assert sorted(forth) == sorted(Producer.objects.values_list("pk", flat=True))
    assert list(chain(*(one[::-1] for one in back))) == forth[::-1]


def names(part: Part) -> list[str]:
    return [row.name for row in part]


def test_rows_added_and_removed_between_two_looks() -> None:
    made = make(*((name, None) for name in "bdfhjl"))
    first = page(2)
    assert names(first) == ["b", "d"]
    made[1].delete()  # the very row from which the link leads on
    make(("a", None), ("c", None), ("g", None))
    second = page(2, sau=first.after, trang="2")
    assert names(second) == ["f", "g"]
    assert names(page(2, sau=second.before, trang="1")) == ["b", "c"]
    Producer.objects.filter(name__in="abc").delete()
    nothing_before = page(2, sau=second.before, trang="1")
    assert (names(nothing_before), nothing_before.number, nothing_before.has_previous()) == (
        ["f", "g"], 1, False,
    )  # fmt: skip
    Producer.objects.filter(name__in="hjl").delete()
    nothing_after = page(2, sau=second.after, trang="3")
    assert (names(nothing_after), nothing_after.number, nothing_after.has_next()) == (["f", "g"], 1, False)


@pytest.mark.parametrize("bad", ["x", "WyJhIl0:zz", "1" * 5000, "\x00", "đ", ":", "e30:", "' OR 1=1"])
def test_a_place_that_is_none_of_ours_is_refused(bad: str) -> None:
    make(*((name, None) for name in "abc"))
    with pytest.raises(Refused) as refused:
        page(1, sau=bad)
    assert refused.value.refusal.code == "conflict_no_place_in_list"


def test_a_place_of_another_order_is_refused() -> None:
    make(*((name, None) for name in "abc"))
    with pytest.raises(Refused):
        page(1, ("-name",), sau=page(1).after)


def test_the_key_decides_among_equals() -> None:
    rows = Producer.objects.order_by("-name")
    assert [(term.name, term.falls) for term in order_of(rows)] == [("name", True), ("pk", True)]
    assert [term.name for term in order_of(Producer.objects.all())] == ["name", "pk"]
    after_the_key_nothing = order_of(Producer.objects.order_by("name", "pk", "slug"))
    assert [term.name for term in after_the_key_nothing] == ["name", "pk"]


def test_links_of_a_page_keep_the_filters_and_sorting_begins_anew(client, cast, at) -> None:
    cast.appoint(cast.minh, "province_officer")
    client.force_login(cast.minh)
    make(*((f"chè {n:03}", None) for n in range(60)))
    Producer.objects.update(search_text="che", commune=cast.commune)
    look = client.get("/danh-ba/chu-the/", {"q": "che", "sap-xep": "-name"})
    table = look.context["table"]
    assert (bool(table.page.after), table.page.before) == (True, "")
    asked = {"q": "che", "sap-xep": "-name", "trang": "2", "sau": table.page.after}
    second = client.get("/danh-ba/chu-the/", asked)
    shown = [row.record.name for row in second.context["table"].paginated_rows]
    assert shown == [f"chè {n:03}" for n in range(34, 9, -1)]
    body = second.content.decode().replace("&amp;", "&")
    links = [parse_qs(part.split('"')[0]) for part in body.split('href="?')[1:]]
    assert {"q": ["che"], "sap-xep": ["name"]} in links
    assert [set(link) for link in links if "sau" in link] == [{"q", "sap-xep", "trang", "sau"}] * 2
    answer = client.get("/danh-ba/chu-the/", {"sau": "x"})
    assert (answer.status_code, "Mở lại danh sách từ trang đầu" in answer.content.decode()) == (409, True)
