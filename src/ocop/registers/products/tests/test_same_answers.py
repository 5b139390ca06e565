"""Kept listings answer exactly as the recognitions themselves: every filter, every order, every day."""

from datetime import timedelta
from itertools import product as every

import pytest
from django.db.models import Count

from ocop.registers.products import public
from ocop.registers.products.lists import ProductTable
from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES
from ocop.registers.products.selectors import standing_of
from ocop.registers.products.tests import mixed

pytestmark = pytest.mark.differs
WORDS = ("", "het han", "ban lau", "muong khuong", "khong co")


@pytest.fixture
def made(cast, tuan, at):
    return mixed.build(cast, tuan, at)


def test_the_register_is_mixed(made, at):
    """Otherwise the comparisons below would say little."""
    kinds = {one.standing_on(at.date()).kind.value for one in Listing.objects.public()}
    assert kinds == {"not_yet", "valid", "extended", "expired", "revoked", "unknown"}
    assert (Product.objects.count(), Listing.objects.count(), Listing.objects.public().count()) == (
        18,
        18,
        15,
    )


@pytest.mark.parametrize("sort", ["moi", "ten", "sao"])
def test_every_filter_in_every_order(made, cast, sort):
    communes = [
        None,
        *{one.commune for one in Listing.objects.exclude(commune=None).select_related("commune")},
    ]
    asked = list(every(WORDS, (None, 3, 4, 5), (None, 1, 11), communes))
    for words, stars, set_number, commune in asked:
        rows = mixed.listed()
        for word in words.split():
            rows = rows.filter(search_text__contains=word)
        wishes = {"stars_now": stars, "set_number": set_number, "commune_now": commune and commune.pk}
        rows = rows.filter(**{name: wish for name, wish in wishes.items() if wish is not None})
        before = [one.pk for one in mixed.in_order(rows, sort)]
        found = public.found(public.Wanted(words, stars, set_number, commune), sort)
        assert [one.pk for one in found] == before, (words, stars, set_number, commune)
    assert len(asked) == 180


def test_counts(made):
    for column, before in (
        ("stars", "stars_now"),
        ("set_number", "set_number"),
        ("commune_id", "commune_now"),
    ):
        rows = mixed.listed().values_list(before).annotate(n=Count("pk")).order_by()
        told = {value or 0: n for value, n in rows}
        if column == "commune_id":
            told.pop(0)  # a place that is not known is none
        assert public.count_by(column) == told
        assert public.values_of(column) == sorted(told)


def test_what_holds_on_every_day(made, at):
    """From the line alone, for any day: as from the newest recognition and all that happened to it."""
    newest = {}
    for one in Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).order_by(*mixed.NEWEST):
        newest.setdefault(one.product_id, one)
    listings = Listing.objects.public().select_related("ending")
    days = [at.date() + timedelta(days=n) for n in (*range(-12, 13), -2000, -101, -100, 200, 1100)]
    for listing, day in every(listings, days):
        assert listing.standing_on(day) == standing_of(newest[listing.pk], day), (listing.name, day)
    assert {one.pk: one.recognition_id for one in listings} == {key: one.pk for key, one in newest.items()}


@pytest.mark.parametrize(
    ("column", "before"),
    [
        ("name", ("name",)),
        ("producer", ("producer__name", "name")),
        ("commune", ("producer__commune__name", "name")),
        ("set_number", ("set_number", "name")),
        ("latest_stars", ("latest_stars", "name")),
        ("latest_year", ("latest_year", "name")),
    ],
)
def test_every_order_of_the_officers_list(client, made, tuan, at, column, before):
    """Where there is nothing comes first going up, last going down; names decide among equals."""
    client.force_login(tuan)
    desk = mixed.on_desk(Product.objects.on_desk_of(tuan, at))
    values = {one[0]: one[1:] for one in desk.values_list("pk", *before, "pk")}
    assert len(values) == len(made)
    up = sorted(values, key=lambda key: [(value is not None, value) for value in values[key]])
    for sort, expected in ((column, up), (f"-{column}", up[::-1])):
        table = client.get("/danh-ba/san-pham/", {"sap-xep": sort}).context["table"]
        assert isinstance(table, ProductTable)
        assert [row.record.pk for row in table.paginated_rows] == expected, sort
