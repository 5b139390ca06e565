"""Counts behind choices, what there is in a month, near me, places that are no more."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.utils import timezone

from ocop.foundation.places.models import Place
from ocop.outlets.catalogue.nearby import around, point_of
from ocop.registers.products import public
from ocop.registers.products.rules.seasons import ALL_YEAR, by_month, season_of, spans_of
from ocop.registers.products.writes import list_anew


def names(response) -> list[str]:
    return [card.product.name for card in response.context["cards"]]


@pytest.fixture
def sa_pa(db) -> Place:
    return Place.objects.filter(level="commune", name="Sa Pa", valid_to__isnull=True).get()


@pytest.fixture
def shelf(register, ban_lau, sa_pa) -> SimpleNamespace:
    """A pineapple from April to July, a tea all year, a cloth of which nothing is said."""
    return SimpleNamespace(
        pineapple=register.recognised(
            "Dứa quả", 3, 2023, commune=ban_lau, set_number=1, months=season_of([4, 5, 6, 7])
        ),
        tea=register.recognised("Chè Ô Long", 4, 2022, commune=sa_pa, set_number=11, months=ALL_YEAR),
        cloth=register.recognised("Thổ cẩm", 4, 2021, commune=sa_pa, set_number=21),
    )


def test_stretches_of_months():
    assert spans_of(season_of([4, 5, 6, 7])) == [(4, 7)]
    assert spans_of(season_of([1, 2, 6, 11, 12])) == [(6, 6), (11, 2)]
    assert spans_of(ALL_YEAR) == [(1, 12)]
    assert spans_of(0) == []
    assert by_month({season_of([1]): 2, season_of([1, 12]): 1, 0: 9}) == {1: 3, 12: 1}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("thang=5", ["Dứa quả", "Chè Ô Long"]), ("thang=12", ["Chè Ô Long"]),
        ("thang=13", ["Dứa quả", "Chè Ô Long", "Thổ cẩm"]),
        ("thang=5&sao=3", ["Dứa quả"]),
    ],
)  # fmt: skip
def test_what_there_is_in_a_month(client, shelf, query, found):
    assert names(client.get(f"/san-pham/?{query}")) == found


def test_each_choice_says_how_many_there_would_be(client, shelf, ban_lau, sa_pa):
    facets = public.facets(public.Wanted(stars=4))
    assert facets["stars"] == {3: 1, 4: 2}
    assert facets["set_number"] == {11: 1, 21: 1}
    assert facets["commune_id"] == {sa_pa.pk: 2}
    assert facets["months"] == dict.fromkeys(range(1, 13), 1)
    page = client.get("/san-pham/?sao=4")
    choices = dict(page.context["form"].fields["xa"].choices)
    assert choices[sa_pa.code] == "phường Sa Pa (2)"
    assert choices[ban_lau.code] == "xã Bản Lầu (0)"
    assert page.context["form"].chosen == ["4 sao"]


def test_counts_with_words_are_of_what_the_words_find(shelf):
    assert public.facets(public.Wanted(words="che"))["stars"] == {4: 1}


def test_the_season_of_this_month_leads_to_it(client, shelf):
    month = timezone.localdate().month
    assert f'href="?thang={month}"' in client.get("/san-pham/").content.decode()
    assert "Quanh năm" in client.get(f"/san-pham/{shelf.tea.product.slug}/").content.decode()


def test_near_me_sorts_by_the_middle_of_communes_and_says_so(client, shelf, sa_pa, ban_lau):
    page = client.get(f"/san-pham/?gan={sa_pa.latitude:.2f},{sa_pa.longitude:.2f}")
    assert names(page)[:2] == ["Chè Ô Long", "Thổ cẩm"]
    assert names(page)[2:] in ([], ["Dứa quả"])
    text = page.content.decode()
    assert "chỉ gần đúng" in text
    assert re.search(r"cách khoảng\s+[01] km", text)
    assert not page.cookies


def test_far_from_everything_nothing_is_found(client, shelf):
    page = client.get("/san-pham/?gan=8.60,104.72")
    assert names(page) == []
    assert "Quanh đây chưa có sản phẩm nào" in page.content.decode()


@pytest.mark.parametrize("typed", ["", "22", "22.123,103.5", "91,10", "22.1,181", "nan,inf", "22,1;3"])
def test_what_is_no_point_or_says_too_much_is_passed_over(client, shelf, typed):
    assert point_of(typed) is None
    assert len(names(client.get("/san-pham/", {"gan": typed}))) == 3


def test_only_communes_with_a_middle_are_near(sa_pa):
    assert [one.km for one in around((float(sa_pa.latitude), float(sa_pa.longitude)), [sa_pa, Place()])] == [
        0
    ]


def test_a_district_that_is_no_more_leads_to_what_stands_there(client, shelf, ban_lau):
    page = client.get("/san-pham/", {"q": "mường khương"})
    assert names(page) == ["Dứa quả"]
    old = {one.local_name: [unit.name for unit in units] for one, units in page.context["former"]}
    assert "Bản Lầu" in old["huyện Mường Khương"]
    assert f'href="?xa={ban_lau.code}"' in page.content.decode()


def test_counts_are_kept_when_the_season_changes(shelf):
    product = shelf.cloth.product
    product.months = season_of([1])
    product.save()
    list_anew([product.pk])
    assert public.values_of("months") == [1, season_of([4, 5, 6, 7]), ALL_YEAR]
