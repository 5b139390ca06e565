"""Sign-in names and periods."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.foundation.accounts.rules import (
    BODY_LEVELS,
    ROLE_LEVELS,
    Body,
    Level,
    Role,
    in_force,
    is_sign_in_name,
    overlap,
    phone_number,
    province_body,
    sign_in_name,
)

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("0084-912-345-678", "0912345678"),
        ("(0214) 3822 222", "02143822222"),
        (" Minh.Tran ", "minh.tran"),
        ("HTX-BanLau", "htx-banlau"),
        ("912345678", "912345678"),
    ],
)
def test_sign_in_name_has_one_form(typed, stored):
    assert sign_in_name(typed) == stored
    assert sign_in_name(stored) == stored


@pytest.mark.parametrize(
    "text", ["", "abc", "12345", "00912345678", "0012345678", "09123456789012", "0912 345 67x"]
)
def test_no_phone_number(text):
    assert phone_number(text) == ""


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("lan", True),
        ("a1", False),
        ("0912345678", True),
        ("lan@vi-du.vn", False),
        ("-lan", False),
        ("lan thi", False),
        ("làn", False),
        ("x" * 60, True),
        ("x" * 61, False),
        ("lan\n", False),
    ],
)
def test_what_is_a_sign_in_name(name, good):
    assert is_sign_in_name(name) is good


def test_start_belongs_to_a_period_and_end_does_not():
    start = datetime(2026, 11, 1, tzinfo=UTC)
    end = datetime(2026, 12, 1, tzinfo=UTC)
    instant = timedelta(microseconds=1)
    asked = [start - instant, start, end - instant, end]
    assert [in_force(start, end, moment) for moment in asked] == [False, True, True, False]
    assert in_force(start, None, end + timedelta(days=9999)) is True


@given(MOMENTS, MOMENTS, MOMENTS, MOMENTS, MOMENTS)
def test_periods_overlap_just_where_they_share_a_moment(a, b, c, d, moment):
    first, second = tuple(sorted((a, b))), tuple(sorted((c, d)))
    assert overlap(*first, *second) is overlap(*second, *first)
    if in_force(*first, moment) and in_force(*second, moment):
        assert overlap(*first, *second)
    if overlap(*first, *second):
        latest_start = max(first[0], second[0])
        assert in_force(*first, latest_start)
        assert in_force(*second, latest_start)


def test_adjoining_and_empty_periods_do_not_overlap():
    one, two, three = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 2, 3))
    assert overlap(one, two, two, three) is False
    assert overlap(two, two, one, three) is False
    assert overlap(one, None, two, None) is True


def test_every_role_and_body_has_its_levels():
    assert set(ROLE_LEVELS) == set(Role)
    assert set(BODY_LEVELS) == set(Body)
    assert ROLE_LEVELS[Role.COMMUNE_OFFICER] == {Level.COMMUNE, Level.DISTRICT}
    assert BODY_LEVELS[Body.MINISTRY] == {Level.MINISTRY}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Văn phòng Điều phối nông thôn mới tỉnh Lào Cai", Body.COORDINATION_OFFICE),
        ("Sở Nông nghiệp và Môi trường", Body.AGRICULTURE_DEPARTMENT),
        ("Uỷ ban nhân dân tỉnh Lào Cai", Body.PEOPLE_COMMITTEE),
        ("Ủy ban nhân dân tỉnh Lào Cai", Body.PEOPLE_COMMITTEE),
        ("UBND tỉnh", Body.PEOPLE_COMMITTEE),
        ("Sở Công Thương", Body.OTHER_DEPARTMENT),
    ],
)
def test_the_body_of_a_province_by_its_name(name, body):
    assert province_body(name) == body
