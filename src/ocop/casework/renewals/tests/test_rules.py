"""Days of reminders, late filing, hard stops: as tables and for any day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.renewals.rules import (
    Bar,
    Step,
    bar_to_extension,
    hard_stop,
    is_late,
    step_days,
    step_due,
)
from ocop.kernel.law.tests.changed import changed_law
from ocop.registers.products.rules import StandingKind

END = date(2027, 11, 30)
LEAP = date(2028, 2, 29)
DAYS = st.dates(date(2026, 6, 1), date(2040, 12, 31))


def test_five_reminders_200_180_150_130_and_121_days_before():
    for end in (END, LEAP, date(2028, 3, 1)):
        assert [(end - day).days for day in step_days(end).values()] == [200, 180, 150, 130, 121]


@pytest.mark.parametrize(
    ("left", "told", "step"),
    [
        (201, (), None),
        (200, (), Step.EARLY),
        (200, ("early",), None),
        (181, ("early",), None),
        (180, ("early",), Step.OPENS),
        (151, (), Step.OPENS),
        (149, ("opens",), Step.MIDDLE),  # the day itself had no run
        (121, ("closing",), Step.LAST),
        (120, ("last",), None),
        (40, (), Step.LAST),  # entered late: one reminder, not five
        (0, (), Step.LAST),
        (-1, (), None),
    ],
)
def test_which_reminder_is_owed(left, told, step):
    assert step_due(END, END - timedelta(days=left), told) == step


@given(DAYS, st.lists(st.integers(1, 40), min_size=40, max_size=40))
def test_every_reminder_comes_once_however_irregular_the_runs(end, gaps):
    day, told = end - timedelta(days=260), []
    for gap in gaps:
        day += timedelta(days=gap)
        if (step := step_due(end, day, told)) is not None:
            told.append(step)
    assert len(told) == len(set(told)) <= 5
    assert told == sorted(told, key=list(Step).index)
    assert not told or told[-1] == Step.LAST or day <= end


@given(DAYS, st.integers(-30, 400))
def test_what_is_late_is_outside_of_180_to_120_days(end, left):
    assert is_late(end, end - timedelta(days=left)) == (not 120 <= left <= 180)


@given(DAYS, st.one_of(st.none(), st.integers(-200, 400)))
def test_an_extension_ends_before_the_result_and_180_days_after_the_end(end, after):
    result = None if after is None else end + timedelta(days=after)
    stop = hard_stop(end, result)
    assert stop <= end + timedelta(days=180)
    assert result is None or stop < result


def test_the_days_follow_the_regulation(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """With the window from 90 to 60 days."""
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))
    end = date(2027, 12, 1)
    assert [(end - day).days for day in step_days(end).values()] == [110, 90, 75, 70, 61]
    assert is_late(end, end - timedelta(days=91))
    assert not is_late(end, end - timedelta(days=60))


def test_a_short_window_reminds_of_nothing_twice(monkeypatch: pytest.MonkeyPatch):
    window = date(2027, 9, 2), date(2027, 9, 7)
    monkeypatch.setattr("ocop.casework.renewals.rules.renewal_window", lambda _end: window)
    days = [date(2027, 8, 13), date(2027, 9, 2), date(2027, 9, 4), date(2027, 9, 6)]
    assert list(step_days(date(2027, 12, 1)).values()) == days


def bar(**facts):
    known = {
        "standing": StandingKind.VALID, "expires_on": END, "filed_on": END - timedelta(days=100),
        "result_on": None, "is_extended": False, "on": END,
    } | facts  # fmt: skip
    return bar_to_extension(known.pop("standing"), known.pop("expires_on"), **known)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"standing": StandingKind.EXPIRED, "on": END + timedelta(days=180)}, None),
        ({"standing": StandingKind.EXPIRED, "on": END + timedelta(days=181)}, Bar.PASSED),
        ({"standing": StandingKind.REVOKED}, Bar.ENDED),
        ({"standing": StandingKind.REPLACED}, Bar.ENDED),
        ({"standing": StandingKind.ANNULLED}, Bar.ENDED),
        ({"expires_on": None}, Bar.NO_TERM),
        ({"is_extended": True}, Bar.EXTENDED),
        ({"filed_on": None}, Bar.NOT_FILED),
        ({"filed_on": END - timedelta(days=120)}, Bar.IN_TIME),
        ({"filed_on": END - timedelta(days=119)}, None),
        ({"filed_on": END - timedelta(days=181)}, None),
        ({"result_on": END + timedelta(days=1)}, Bar.RESULT),
        ({"result_on": END - timedelta(days=5)}, Bar.RESULT),
    ],
)
def test_what_can_be_extended(facts, why):
    assert bar(**facts) == why
