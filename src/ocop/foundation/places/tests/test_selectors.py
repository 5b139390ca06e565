from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.foundation.places.labels import what_it_is_today
from ocop.foundation.places.models import Place, Succession
from ocop.foundation.places.selectors import (
    Found,
    choices_of,
    communes_of,
    find,
    find_communes,
    formerly,
    full_name,
    kind_on,
    names_for_search,
    parts_of,
    place,
    provinces,
    same_code,
    today_of,
    today_of_each,
)
from ocop.foundation.places.tables import Register
from ocop.kernel.text import fold

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)
NAMES_TODAY = [
    f"{unit.kind} {unit.name} {unit.parent.name}"
    for unit in Register().units
    if unit.level == "commune" and unit.valid_to is None and unit.parent
]


def standing(code: str, level: str, on: date) -> Place:
    found = place(code, level, on)
    assert found is not None
    return found


def names(units: list[Place]) -> list[str]:
    return [str(unit) for unit in units]


@pytest.mark.parametrize(
    ("code", "level", "on", "name"),
    [
        ("15", "province", TODAY, "tỉnh Lào Cai"),
        ("15", "province", FIRST_DAY, "tỉnh Lào Cai"),
        ("15", "province", LAST_DAY, "tỉnh Yên Bái"),
        ("10", "province", LAST_DAY, "tỉnh Lào Cai"),
        ("10", "province", FIRST_DAY, None),
        ("02788", "commune", TODAY, "xã Bản Lầu, tỉnh Lào Cai"),
        ("02788", "commune", LAST_DAY, "xã Bản Lầu, huyện Mường Khương, tỉnh Lào Cai"),
        ("02647", "commune", LAST_DAY, "phường Kim Tân, thành phố Lào Cai, tỉnh Lào Cai"),
        ("02647", "commune", FIRST_DAY, "phường Lào Cai, tỉnh Lào Cai"),
        ("083", "district", LAST_DAY, "huyện Mường Khương, tỉnh Lào Cai"),
        ("083", "district", FIRST_DAY, None),
        ("02788", "commune", date(2017, 12, 31), None),
        ("15", "commune", TODAY, None),
        ("99999", "commune", TODAY, None),
        ("2788", "commune", TODAY, None),
        ("", "commune", TODAY, None),
        ("20333", "commune", TODAY, "đặc khu Hoàng Sa, thành phố Đà Nẵng"),
        ("22736", "commune", TODAY, "đặc khu Trường Sa, tỉnh Khánh Hòa"),
    ],
)
def test_place_by_code_and_date(code: str, level: str, on: date, name: str | None) -> None:
    unit = place(code, level, on)
    assert (unit and full_name(unit)) == name


def test_place_is_one_query_names_and_all(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert full_name(standing("02788", "commune", LAST_DAY)).endswith("tỉnh Lào Cai")


@pytest.mark.parametrize(
    ("province", "on", "count"),
    [("15", TODAY, 99), ("15", LAST_DAY, 168), ("10", LAST_DAY, 151), ("10", TODAY, 0)],
)
def test_communes_of(province: str, on: date, count: int, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        communes = list(communes_of(province, on))
        assert len(communes) == count
        assert {commune.province.code for commune in communes} <= {province}


def test_communes_of_takes_a_place_as_well() -> None:
    old = standing("15", "province", LAST_DAY)
    assert list(communes_of(old, LAST_DAY)) == list(communes_of("15", LAST_DAY))


def test_provinces_in_the_order_of_the_alphabet() -> None:
    listed = provinces(TODAY)
    assert len(listed) == 34
    assert [unit.name for unit in listed][:6] == [
        "An Giang",
        "Bắc Ninh",
        "Cà Mau",
        "Cao Bằng",
        "Cần Thơ",
        "Đà Nẵng",
    ]
    assert names(provinces(LAST_DAY)) == ["tỉnh Lào Cai", "tỉnh Yên Bái"]


@pytest.mark.parametrize(
    ("code", "level", "today"),
    [
        ("02635", "commune", ["phường Lào Cai"]),
        ("02788", "commune", ["xã Bản Lầu"]),
        ("083", "district", ["xã Bản Lầu", "xã Cao Sơn", "xã Mường Khương", "xã Pha Long"]),
        ("15", "province", ["tỉnh Lào Cai"]),
        ("10", "province", ["tỉnh Lào Cai"]),
    ],
)
def test_today_of_an_old_unit(code: str, level: str, today: list[str]) -> None:
    unit = standing(code, level, LAST_DAY)
    assert names(today_of(unit, TODAY)) == today
    assert today_of(unit, LAST_DAY) == [unit]


def test_today_of_a_unit_before_its_time_is_nothing() -> None:
    assert today_of(standing("02788", "commune", TODAY), LAST_DAY) == []


def test_today_of_follows_a_second_merger() -> None:
    bat_xat = standing("02683", "commune", TODAY)
    Place.objects.filter(pk=bat_xat.pk).update(valid_to=date(2027, 6, 30))
    new = Place.objects.create(level="commune", code="99999", kind="phường", name="Mới",
    parent=bat_xat.parent,
                               valid_from=date(2027, 7, 1))  # fmt: skip
    Succession.objects.create(old=bat_xat, new=new, on=new.valid_from)
    assert today_of(standing("02683", "commune", LAST_DAY), date(2027, 7, 1)) == [new]
    assert "phường Mới" in names(today_of(standing("082", "district", LAST_DAY), date(2028, 1, 1)))


def test_today_of_many_costs_as_much_as_of_one(django_assert_num_queries) -> None:
    every = list(Place.objects.filter(valid_to=LAST_DAY))
    for units in (every[:1], every):
        with django_assert_num_queries(1):
            assert set(today_of_each(units, TODAY)) == {unit.pk for unit in units}
    with django_assert_num_queries(0):
        assert today_of_each([], TODAY) == {}


def test_every_old_commune_is_one_commune_of_lao_cai_today() -> None:
    old = list(Place.objects.filter(level="commune", valid_to=LAST_DAY))
    found = today_of_each(old, TODAY)
    assert {len(found[unit.pk]) for unit in old} == {1}
    assert {one.code for units in found.values() for one in units} == {
        unit.code for unit in communes_of("15", TODAY)
    }


def test_formerly(django_assert_num_queries) -> None:
    unit = standing("02788", "commune", TODAY)
    with django_assert_num_queries(1):
        assert [full_name(old) for old in formerly(unit)] == [
            "xã Lùng Vai, huyện Mường Khương, tỉnh Lào Cai",
            "xã Bản Lầu, huyện Mường Khương, tỉnh Lào Cai",
            "xã Bản Sen, huyện Mường Khương, tỉnh Lào Cai",
        ]
    assert names(formerly(standing("15", "province", TODAY))) == ["tỉnh Lào Cai", "tỉnh Yên Bái"]
    assert formerly(standing("01", "province", TODAY)) == []


def test_parts_and_same_code() -> None:
    assert len(parts_of(standing("15", "province", TODAY))) == 99
    assert len(parts_of(standing("15", "province", LAST_DAY))) == 9
    assert len(parts_of(standing("083", "district", LAST_DAY))) == 16
    assert names(same_code(standing("15", "province", TODAY))) == ["tỉnh Yên Bái"]
    assert names(same_code(standing("02647", "commune", TODAY))) == ["phường Kim Tân"]
    assert same_code(standing("02788", "commune", TODAY)) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ban lau muong khuong", ["02788 2025", "02788 2018"]),
        ("Bản Lầu, Mường Khương", ["02788 2025", "02788 2018"]),
        ("BAN LAU", ["02788 2025", "02788 2018"]),
        ("Bát Xát", ["02683 2025", "02683 2018", "082 2018"]),
        ("bat xat", ["02683 2025", "02683 2018", "082 2018"]),
        ("huyện Bát Xát", ["082 2018"]),
        ("Yên Bái", ["04252 2025", "132 2018", "15 2018", "09706 2025"]),
        ("TX Nghĩa Lộ", ["133 2018"]),
        ("tp yen bai", ["132 2018"]),
        ("P. Sa Pa", ["03006 2025", "03001 2018", "03002 2018", "088 2018"]),
        ("h. bát xát", ["082 2018"]),
        ("lung vai", ["02785 2018"]),
        ("han sin", []),
        ("Nàn Xín", ["02836 2018"]),
        ("nan sin", ["02836 2018"]),
        ("02788", ["02788 2025", "02788 2018"]),
        ("15", ["15 2025", "15 2018"]),
        ("ea hleo", ["24184 2025"]),
        ("Ea H'Leo", ["24184 2025"]),
        ("hoang sa", ["20333 2025"]),
        ("truong sa khanh hoa", ["22736 2025"]),
        ("không có nơi này", []),
        ("", []),
        ("%", []),
        ("_", []),
    ],
)
def test_find(typed: str, found: list[str]) -> None:
    assert [f"{one.place.code} {one.place.valid_from.year}" for one in find(typed, TODAY)] == found


def test_find_prefers_what_is_written_exactly_so() -> None:
    assert str(find("Yên Bài", TODAY)[0].place) == "xã Yên Bài"
    assert str(find("Yên Bái", TODAY)[0].place) == "phường Yên Bái"


def test_find_by_level_and_province() -> None:
    lao_cai, hanoi = standing("15", "province", TODAY), standing("01", "province", TODAY)
    assert [one.place.code for one in find("yen bai", TODAY, level="province")] == ["15"]
    assert [one.place.code for one in find("yen bai", TODAY, within=lao_cai)] == ["04252", "132", "15"]
    assert [one.place.code for one in find("yen bai", TODAY, within=hanoi)] == ["09706"]


def test_find_on_a_day_before_the_reform() -> None:
    (found,) = find("ban lau", LAST_DAY)
    assert (found.place.valid_from.year, found.stands) == (2018, True)


def test_find_costs_the_same_for_one_and_for_many(django_assert_max_num_queries) -> None:
    for typed, count in (("lung vai", 1), ("hoa binh", 9), ("xa", 30), ("muong khuong lao cai", 30)):
        with django_assert_max_num_queries(3):
            found = find(typed, TODAY)
            assert [full_name(unit) for one in found for unit in one.today] != []
        assert len(found) <= count


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES_TODAY), st.sampled_from([str, fold, str.upper, str.title]))
def test_every_commune_is_found_by_its_name_and_province_however_written(name: str, writing) -> None:
    found = [f"{one.place} {one.place.province.name}" for one in find(writing(name), TODAY)]
    assert name in found[:6]


def test_find_communes_by_old_names() -> None:
    assert names(find_communes("lùng vai", "15", TODAY)) == ["xã Bản Lầu"]
    assert names(find_communes("bản sen, mường khương", "15", TODAY)) == ["xã Bản Lầu"]
    assert names(find_communes("yên bái lào cai", "15", TODAY))[0] == "phường Yên Bái"
    assert len(find_communes("", "15", TODAY)) == 99
    assert find_communes("lùng vai", "01", TODAY) == []


def test_choices_say_through_which_old_unit(django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        (choice,) = choices_of("15", "lung vai", TODAY)
        assert (str(choice.place), names(list(choice.through))) == ("xã Bản Lầu", ["xã Lùng Vai"])
    (choice,) = choices_of("15", "ban lau", TODAY)
    assert (str(choice.place), choice.through) == ("xã Bản Lầu", ())
    by_district = choices_of("15", "muong khuong", TODAY)
    assert [(str(one.place), names(list(one.through))) for one in by_district] == [
        ("xã Mường Khương", []),
        ("xã Bản Lầu", ["huyện Mường Khương"]),
        ("xã Cao Sơn", ["huyện Mường Khương"]),
        ("xã Pha Long", ["huyện Mường Khương"]),
    ]
    with django_assert_num_queries(1):
        assert len(choices_of("15", "", TODAY)) == 99


def test_a_change_of_kind_holds_from_its_day() -> None:
    unit = standing("07294", "commune", TODAY)
    assert full_name(unit) == "phường Bố Hạ, thành phố Bắc Ninh"
    assert full_name(unit, date(2026, 9, 19)) == "xã Bố Hạ, tỉnh Bắc Ninh"
    assert full_name(unit, date(2026, 9, 20)) == "phường Bố Hạ, thành phố Bắc Ninh"
    assert kind_on(unit, None) == "phường"


def test_names_for_search_hold_all_that_was_taken_over(django_assert_num_queries) -> None:
    unit = standing("02788", "commune", TODAY)
    with django_assert_num_queries(0):
        text = names_for_search(unit)
    assert [
        word
        for word in ("ban lau", "lung vai", "ban sen", "muong khuong", "lao cai")
        if f" {word} " not in text
    ] == []
    assert fold(text) == " ".join(text.replace(";", " ").split())


def test_within() -> None:
    today, before = standing("02788", "commune", TODAY), standing("02788", "commune", LAST_DAY)
    assert today.is_within(standing("15", "province", TODAY))
    assert today.is_within(today)
    assert before.is_within(standing("083", "district", LAST_DAY))
    assert before.is_within(standing("10", "province", LAST_DAY))
    assert not before.is_within(standing("15", "province", TODAY))


@pytest.mark.parametrize(
    ("code", "level", "on", "vi", "en"),
    [
        ("02788", "commune", TODAY, "Mã 02788, từ 01/07/2025.", "Code 02788, since 1 Jul 2025."),
        (
            "02788",
            "commune",
            LAST_DAY,
            "Nay là xã Bản Lầu, tỉnh Lào Cai, mã 02788, từ 01/07/2025.",
            "Now Bản Lầu commune, Lào Cai province, code 02788, since 1 Jul 2025.",
        ),
        (
            "02785",
            "commune",
            LAST_DAY,
            "Nay thuộc xã Bản Lầu, tỉnh Lào Cai, mã 02788, từ 01/07/2025.",
            "Now part of Bản Lầu commune, Lào Cai province, code 02788, since 1 Jul 2025.",
        ),
        (
            "083",
            "district",
            LAST_DAY,
            "Không còn cấp huyện từ 01/07/2025. Nay là địa bàn của 4 xã, phường.",
            "Districts ended on 1 Jul 2025. Its area now belongs to 4 communes and wards.",
        ),
        (
            "15",
            "province",
            LAST_DAY,
            "Nay thuộc tỉnh Lào Cai, mã 15, từ 01/07/2025. Trước 01/07/2025 mã 15 là của tỉnh Yên Bái.",
            "Now part of Lào Cai province, code 15, since 1 Jul 2025. "
            "Before 1 Jul 2025 code 15 belonged to Yên Bái province.",
        ),
        (
            "07294",
            "commune",
            TODAY,
            "Mã 07294, từ 01/07/2025. Là phường từ 20/09/2026, trước đó là xã.",
            "Code 07294, since 1 Jul 2025. A ward since 20 Sep 2026, a commune before.",
        ),
    ],
)
def test_what_it_is_today(code: str, level: str, on: date, vi: str, en: str) -> None:
    unit = standing(code, level, on)
    found = Found(unit, tuple(today_of(unit, TODAY)))
    for language, sentence in (("vi", vi), ("en", en)):
        with translation.override(language):
            assert what_it_is_today(found) == sentence


def test_standing_includes_both_ends() -> None:
    unit = standing("083", "district", LAST_DAY)
    days = [unit.valid_from - timedelta(1), unit.valid_from, LAST_DAY, FIRST_DAY]
    assert [unit.stands(day) for day in days] == [False, True, True, False]
