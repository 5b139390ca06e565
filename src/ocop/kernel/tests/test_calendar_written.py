"""Days off as somebody writes them: read back as they were, and every line that cannot be taken says why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.calendar import (
    Certainty,
    DayOff,
    UnknownYear,
    first_days,
    is_working_day,
    know_more,
    lines_of,
    read_days,
    shipped,
    vietnam,
    write_days,
)
from ocop.kernel.text import Label

names = st.text("abc đếệ ưữ0123-/.,()", max_size=30).map(lambda text: " ".join(text.split()).strip(" :,;–-?"))


@st.composite
def years(draw):
    """A year with its days, each once; days worked instead are on weekends."""
    year = draw(st.integers(2019, 2099))
    every = st.dates(date(year, 1, 1), date(year, 12, 31))
    days = {}
    for on in draw(st.lists(every, min_size=11, max_size=30, unique=True)):
        is_worked = on.weekday() >= 5 and len(days) >= 11 and draw(st.booleans())
        certainty = draw(st.sampled_from([Certainty.CONFIRMED, Certainty.PROVISIONAL]))
        name = draw(names)
        days[on] = DayOff(on, is_worked, certainty, Label(name, name))
    return year, sorted(days.values(), key=lambda day: day.on)


@given(years())
def test_what_is_written_is_read_again(drawn):
    year, days = drawn
    assert read_days(write_days(days), year) == (days, [])


@given(st.text(max_size=200), st.integers(2019, 2099))
def test_no_text_breaks_it(text, year):
    """Whatever is typed gives days of this year, or lines that say why not."""
    days, wrong = read_days(text, year)
    assert all(day.on.year == year for day in days)
    assert wrong or sum(not day.is_worked for day in days) >= 11
    assert all(list(lines_of(wrong, language)) for language in ("vi", "en") if wrong)


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_years_of_the_program_can_be_written_and_read(year):
    days = [day for day in shipped().days.values() if day.on.year == year]
    read, wrong = read_days(write_days(days), year)
    assert wrong == []
    assert [(one.on, one.is_worked, one.label) for one in read] == [
        (one.on, one.is_worked, one.label) for one in sorted(days, key=lambda day: day.on)
    ]


@pytest.mark.parametrize(
    ("line", "on", "is_worked", "is_doubtful", "name"),
    [
        ("1/1 nghỉ", (2028, 1, 1), False, False, ""),
        ("01-01-2028: NGHỈ, Tết Dương lịch", (2028, 1, 1), False, False, "Tết Dương lịch"),
        ("  22.01.2028   làm bù  thay 25/1  ?", (2028, 1, 22), True, True, "thay 25/1"),
        ("22/01/2028 lam bu", (2028, 1, 22), True, False, ""),
        ("29/2/2028 nghi?", (2028, 2, 29), False, True, ""),
    ],
)
def test_usual_ways_to_write_a_line(line, on, is_worked, is_doubtful, name):
    (day,), _ = read_days(line, 2028)
    assert (day.on, day.is_worked, day.certainty is not Certainty.CONFIRMED, day.label.vi) == (
        date(*on), is_worked, is_doubtful, name,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Tết Dương lịch", "Viết như"),
        ("01/01/2028", "Viết như"),
        ("01/01/2029 nghỉ", "không thuộc năm 2028"),
        ("30/02/2028 nghỉ", "Không có ngày này"),
        ("24/01/2028 làm bù", "phải là thứ Bảy hoặc Chủ nhật"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(line, why):
    _, (wrong,) = read_days(f"\n{line}", 2028)
    (said,) = lines_of([wrong], "vi")
    assert said.startswith("Dòng 2: ")
    assert why in said


def test_a_day_twice_and_too_few_days():
    days, wrong = read_days("1/1 nghỉ\n01/01/2028 nghỉ", 2028)
    assert (len(days), [one.number for one in wrong]) == (1, [2])
    _, wrong = read_days(first_days(2028), 2028)
    assert [one.number for one in wrong] == [0]
    assert "Còn thiếu 6 ngày nghỉ" in next(lines_of(wrong, "vi"))


def test_a_table_with_a_year_more_counts_by_it():
    """And the years of the program stay as they are; one that it has is replaced whole."""
    off = DayOff(date(2028, 1, 4), False, Certainty.CONFIRMED, Label("Thử", "Trial"))
    table = shipped().with_year(2028, Certainty.TO_CHECK, [off])
    with pytest.raises(UnknownYear):
        is_working_day(off.on)
    know_more(lambda: table)
    try:
        assert [is_working_day(date(2028, 1, day)) for day in (3, 4, 8)] == [True, False, False]
        assert vietnam().years[2028] is Certainty.TO_CHECK
        assert not is_working_day(date(2026, 1, 1))
    finally:
        know_more(shipped)
    emptied = table.with_year(2026, Certainty.CONFIRMED, [])
    assert emptied.is_working_day(date(2026, 1, 1))
    assert not emptied.is_working_day(date(2025, 1, 1))
