"""Working days, periods and the holiday table itself."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.calendar import (
    Certainty,
    DayOff,
    HolidayTable,
    UnknownYear,
    add_days,
    add_months,
    add_working_days,
    commune_check_due,
    doubtful_days,
    is_working_day,
    period_end,
    provisional_years,
    read_table,
    renewal_result_due,
    renewal_window,
    revocation_due,
    roll_to_working_day,
    vietnam,
    window_reaches,
)
from ocop.kernel.law.model import Period
from ocop.kernel.text import Label

DAY = timedelta(days=1)
days = st.dates(date(2019, 1, 1), date(2026, 12, 31))
SMALL = HolidayTable({2030: Certainty.CONFIRMED}, {})


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),
        (date(2026, 11, 28), False),
        (date(2026, 11, 29), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 2, 18), False),
        (date(2019, 1, 1), False),
        (date(2027, 12, 31), True),
    ],
)
def test_is_working_day(day: date, is_worked: bool) -> None:
    assert is_working_day(day) is is_worked


@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2028, 1, 3), date(2028, 1, 1)])
def test_a_day_of_an_unknown_year_is_neither(day: date) -> None:
    with pytest.raises(UnknownYear) as caught:
        is_working_day(day)
    assert caught.value.year == day.year
    assert caught.value.label == Label(
        f"Chưa có lịch nghỉ lễ năm {day.year} nên không tính được hạn. Hãy bổ sung năm đó vào bảng ngày "
        f"nghỉ.",
        f"The days off of {day.year} are not known, so no date can be given. Add that year to the holiday "
        f"table.",
    )


def test_another_table_can_be_used() -> None:
    assert is_working_day(date(2030, 1, 1), SMALL) is True
    assert add_working_days(date(2030, 1, 4), 1, SMALL) == date(2030, 1, 7)
    assert add_days(date(2030, 1, 1), 4, rolls=True, table=SMALL) == date(2030, 1, 7)
    with pytest.raises(UnknownYear):
        is_working_day(date(2026, 1, 1), SMALL)


def test_the_table_covers_2019_to_2027_and_says_how_sure_it_is() -> None:
    years = vietnam().years
    assert list(years) == list(range(2019, 2028))
    unsure = {
        year: certainty.value for year, certainty in years.items() if certainty is not Certainty.CONFIRMED
    }
    assert unsure == {2026: "to_check", 2027: "provisional"}
    assert {d.on.year for d in vietnam().days.values() if d.certainty is Certainty.PROVISIONAL} == {2027}


def test_every_year_of_the_table_has_its_public_holidays() -> None:
    for year in vietnam().years:
        listed = [d for d in vietnam().days.values() if d.on.year == year and not d.is_worked]
        named = {d.on.replace(year=2000) for d in listed}
        assert {date(2000, 1, 1), date(2000, 4, 30), date(2000, 5, 1), date(2000, 9, 2)} <= named
        assert sum(d.label.en.startswith("Lunar New Year") for d in listed) >= 5
        assert sum(d.label.en == "Hung Kings' Day" for d in listed) == 1


def test_every_worked_weekend_day_has_its_day_off_in_exchange() -> None:
    worked = [d for d in vietnam().days.values() if d.is_worked]
    swapped = [d for d in vietnam().days.values() if d.label.en.startswith("Swapped for ")]
    assert {d.on.weekday() for d in worked} == {5}
    assert Counter(d.on.year for d in worked) == Counter(d.on.year for d in swapped)
    assert [d.label.en.removeprefix("Swapped for ") for d in sorted(swapped, key=lambda d: d.on)] == [
        f"{d.on.day} {d.on:%B}" for d in sorted(worked, key=lambda d: d.on)
    ]


def test_every_day_has_words_in_both_languages() -> None:
    assert [d for d in vietnam().days.values() if not (d.label.vi and d.label.en)] == []


def test_a_table_with_a_day_of_an_unlisted_year_is_refused(tmp_path: Path) -> None:
    (tmp_path / "years_vn.csv").write_text("year,certainty,note\n2030,confirmed,\n")
    header = "date,kind,certainty,name_vi,name_en,source\n"
    (tmp_path / "holidays_vn.csv").write_text(header + "2030-01-01,off,confirmed,Tết,New Year,x\n")
    label = Label("Tết", "New Year")
    assert read_table(tmp_path).days == {
        date(2030, 1, 1): DayOff(date(2030, 1, 1), False, Certainty.CONFIRMED, label)
    }
    (tmp_path / "holidays_vn.csv").write_text(header + "2031-01-01,off,confirmed,Tết,New Year,x\n")
    with pytest.raises(ValueError, match="2031"):
        read_table(tmp_path)


@pytest.mark.parametrize("add", [add_days, add_months, add_working_days])
def test_a_period_is_not_negative(add: object) -> None:
    with pytest.raises(ValueError, match="not negative"):
        add(date(2026, 11, 23), -1)  # type: ignore[operator]


def test_a_period_of_nothing_ends_on_its_day() -> None:
    sunday = date(2026, 11, 22)
    assert add_working_days(sunday, 0) == sunday
    assert (add_days(sunday, 0), add_days(sunday, 0, rolls=True)) == (sunday, date(2026, 11, 23))
    assert (add_months(sunday, 0), add_months(sunday, 0, rolls=True)) == (sunday, date(2026, 11, 23))


@pytest.mark.parametrize("add", [add_days, add_months])
def test_a_period_beyond_the_calendar_is_an_overflow(add: object) -> None:
    with pytest.raises(OverflowError):
        add(date(9999, 12, 31), 1)  # type: ignore[operator]


def window_of(opens: int, closes: int) -> dict[str, Period]:
    amounts = {"renewal_window_opens": opens, "renewal_window_closes": closes}
    return {name: Period(amount, "days", False, "") for name, amount in amounts.items()}


@pytest.mark.parametrize(("opens", "closes"), [(120, 180), (180, -1)])
def test_a_window_that_closes_before_it_opens_is_refused(opens: int, closes: int) -> None:
    with pytest.raises(ValueError, match="opens before it closes"):
        renewal_window(date(2027, 7, 15), window_of(opens, closes))


@pytest.mark.parametrize(
    ("opens", "closes", "window"),
    [
        (14, 14, (date(2027, 7, 1), date(2027, 7, 1))),
        (14, 0, (date(2027, 7, 1), date(2027, 7, 15))),
        (0, 0, (date(2027, 7, 15), date(2027, 7, 15))),
    ],
)
def test_a_window_may_be_one_day_and_may_close_on_the_last(
    opens: int, closes: int, window: tuple[date, date]
) -> None:
    own = window_of(opens, closes)
    assert renewal_window(date(2027, 7, 15), own) == window
    assert window_reaches(window[0], own) == date(2027, 7, 15)


@pytest.mark.parametrize(
    ("amount", "unit", "rolls", "end"),
    [
        (15, "working_days", True, date(2026, 10, 26)),
        (12, "days", False, date(2026, 10, 17)),
        (12, "days", True, date(2026, 10, 19)),
        (1, "months", False, date(2026, 11, 5)),
        (2, "months", False, date(2026, 12, 5)),
        (2, "months", True, date(2026, 12, 7)),
    ],
)
def test_a_period_of_a_regulation(amount: int, unit: str, rolls: bool, end: date) -> None:
    assert period_end(date(2026, 10, 5), Period(amount, unit, rolls, "7(2)")) == end


def test_a_period_in_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="weeks"):
        period_end(date(2026, 10, 5), Period(1, "weeks", False, "7(2)"))


@given(days, st.integers(0, 120), st.integers(0, 120))
def test_working_days_add_up(day: date, first: int, second: int) -> None:
    assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)


@given(days, st.integers(1, 120))
def test_as_many_days_are_worked_as_were_counted(day: date, n: int) -> None:
    end = add_working_days(day, n)
    between = [day + DAY * step for step in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, between)) == n
    assert is_working_day(end)


@given(days, st.integers(0, 400))
def test_working_days_of_a_span_are_those_met_one_by_one(day: date, n: int) -> None:
    end = min(day + timedelta(n), date(2027, 12, 31))
    span = (day + timedelta(step) for step in range(1, (end - day).days + 1))
    assert vietnam().working_days(day, end) == sum(map(is_working_day, span))


def test_a_span_that_leaves_the_table_names_the_first_year_that_is_not_known() -> None:
    with pytest.raises(UnknownYear) as found:
        vietnam().working_days(date(2027, 12, 30), date(2030, 1, 2))
    assert found.value.year == 2028
    assert vietnam().working_days(date(2018, 12, 31), date(2019, 1, 2)) == 1
    assert vietnam().working_days(date(2030, 1, 2), date(2030, 1, 2)) == 0


@given(days, st.integers(0, 300))
def test_rolling_skips_days_off_only(day: date, n: int) -> None:
    plain, rolled = add_days(day, n), add_days(day, n, rolls=True)
    assert plain == day + DAY * n
    assert is_working_day(rolled)
    assert [
        d for d in (plain + DAY * step for step in range((rolled - plain).days)) if is_working_day(d)
    ] == []
    assert roll_to_working_day(rolled) == rolled


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 600))
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: date, n: int) -> None:
    end = add_months(day, n)
    assert (end.year - day.year) * 12 + end.month - day.month == n
    assert end.day == day.day or (end.day < day.day and (end + DAY).day == 1)


@given(days, st.integers(0, 60), days)
def test_a_later_start_never_ends_earlier(day: date, n: int, other: date) -> None:
    early, late = sorted((day, other))
    assert add_working_days(early, n) <= add_working_days(late, n)
    assert add_days(early, n, rolls=True) <= add_days(late, n, rolls=True)
    assert add_months(early, n) <= add_months(late, n)


@given(st.dates(min_value=date(2000, 1, 1)))
def test_the_window_is_sixty_one_days_with_both_ends(expiry: date) -> None:
    opens, closes = renewal_window(expiry)
    assert ((closes - opens).days + 1, (expiry - closes).days) == (61, 120)


def test_days_that_are_not_confirmed_are_named():
    """The Culture Day of 24 November 2026 is reported only; a due date that counts over it may still move."""
    assert [day.on for day in doubtful_days(date(2026, 11, 2), date(2026, 12, 1))] == [date(2026, 11, 24)]
    assert doubtful_days(date(2026, 11, 24), date(2026, 12, 1)) == []
    assert [day.on for day in doubtful_days(date(2026, 11, 23), date(2026, 11, 24))] == [date(2026, 11, 24)]


def test_years_without_an_official_decision_are_named():
    assert provisional_years(date(2026, 12, 20), date(2027, 1, 12)) == [2027]
    assert provisional_years(date(2026, 1, 5), date(2026, 12, 31)) == []


def test_a_table_is_read_as_it_stands_in_its_two_files(tmp_path: Path) -> None:
    (tmp_path / "years_vn.csv").write_text("year,certainty,note\n2030,provisional,\n", "utf-8")
    (tmp_path / "holidays_vn.csv").write_text(
        "date,kind,certainty,name_vi,name_en,source\n"
        "2030-04-30,off,confirmed,Ngày Chiến thắng,Victory Day,x\n"
        "2030-05-04,working,to_check,Làm bù,Worked instead,x\n",
        "utf-8",
    )
    off = DayOff(date(2030, 4, 30), False, Certainty.CONFIRMED, Label("Ngày Chiến thắng", "Victory Day"))
    worked = DayOff(date(2030, 5, 4), True, Certainty.TO_CHECK, Label("Làm bù", "Worked instead"))
    assert read_table(tmp_path) == HolidayTable(
        {2030: Certainty.PROVISIONAL}, {off.on: off, worked.on: worked}
    )


@pytest.mark.parametrize(
    ("start", "amount", "unit"),
    [
        (date(2030, 2, 28), 1, "working_days"),
        (date(2030, 1, 29), 31, "days"),
        (date(2030, 2, 1), 1, "months"),
    ],
)
def test_a_period_ends_by_the_table_that_is_given(start: date, amount: int, unit: str) -> None:
    """The program's own table does not know 2030;
    this one closes Friday 1 March, so the end is the Monday.
    """
    closed = DayOff(date(2030, 3, 1), False, Certainty.CONFIRMED, Label("Nghỉ", "Off"))
    table = HolidayTable({2030: Certainty.CONFIRMED}, {closed.on: closed})
    assert period_end(start, Period(amount, unit, True, "7"), table) == date(2030, 3, 4)


def test_dues_follow_the_table_that_is_given() -> None:
    closed = DayOff(date(2030, 3, 1), False, Certainty.CONFIRMED, Label("Nghỉ", "Off"))
    table = HolidayTable({2030: Certainty.CONFIRMED}, {closed.on: closed})
    own = {name: Period(2, "days", True, "") for name in ("renewal_result", "revocation")}
    own["commune_check"] = Period(1, "working_days", False, "")
    assert commune_check_due(date(2030, 2, 28), own, table) == date(2030, 3, 4)
    assert renewal_result_due(date(2030, 2, 27), own, table) == date(2030, 3, 4)
    assert revocation_due(date(2030, 2, 27), own, table) == date(2030, 3, 4)


def test_doubtful_days_come_by_date_however_they_are_listed() -> None:
    days = [DayOff(date(2030, 5, n), False, Certainty.TO_CHECK, Label(f"{n}", f"{n}")) for n in (9, 2, 7)]
    table = HolidayTable({2030: Certainty.CONFIRMED}, {day.on: day for day in days})
    found = doubtful_days(date(2030, 5, 1), date(2030, 5, 31), table)
    assert [day.on.day for day in found] == [2, 7, 9]


def test_a_provisional_year_before_the_span_is_not_named() -> None:
    table = HolidayTable(
        {2029: Certainty.PROVISIONAL, 2030: Certainty.PROVISIONAL, 2031: Certainty.PROVISIONAL}, {}
    )
    assert provisional_years(date(2030, 1, 1), date(2030, 12, 31), table) == [2030]


def test_a_period_may_end_in_the_last_year_there_is() -> None:
    assert add_months(date(9998, 12, 31), 2) == date(9999, 2, 28)


def test_an_unknown_year_in_a_log_names_the_year() -> None:
    assert str(UnknownYear(2031)) == "no holiday table for 2031"
