"""Steps happen in the order of time."""

from __future__ import annotations

from datetime import UTC, datetime

from ocop.outlets.demo.diary import Diary
from ocop.outlets.demo.moments import moment


def test_steps_are_carried_out_by_their_moment_then_by_noting():
    done: list[tuple[str, datetime]] = []
    diary = Diary()
    for when, name in (
        ("11-04 09:30", "c"),
        ("10-01 07:00", "a"),
        ("11-04 09:30", "d"),
        ("11-04 09:29", "b"),
    ):
        diary.note(when, lambda at, name=name: done.append((name, at)))
    diary.carry_out()
    assert [name for name, _ in done] == ["a", "b", "c", "d"]
    assert done[0][1] == datetime(2026, 10, 1, 0, 0, tzinfo=UTC)
    diary.carry_out()
    assert len(done) == 4


def test_a_moment_is_read_by_the_clock_of_vietnam():
    assert moment("11-23 08:05") == datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


def test_a_moment_of_another_year_says_its_year():
    assert moment("2022-01-04 07:30") == datetime(2022, 1, 4, 0, 30, tzinfo=UTC)
    diary, done = Diary(), []
    diary.note("01-05 08:00", lambda at: done.append(at.year))
    diary.note("2022-12-30 08:00", lambda at: done.append(at.year))
    diary.carry_out()
    assert done == [2022, 2026]
