"""What falls on which day, the grid of a month, and the calendar file."""

from datetime import UTC, date, datetime

import pytest

from ocop.outlets.reports.calendar import Event, as_ics, events, month_grid
from ocop.outlets.reports.selectors import extent_of
from ocop.registers.programme.models import CycleStep, Task
from ocop.registers.rounds.models import Round


@pytest.fixture
def year(register):
    """A year with a step, a round, tasks and a certificate that ends."""
    plan = register.plan(2026)
    CycleStep.objects.create(plan=plan, kind="ideas", starts_on=date(2026, 10, 20), ends_on=date(2026, 11, 5))
    Round.objects.create(
        programme=register.programme, regulation_code="qd-26-2026", year=2026, number=2,
        proposed_before=date(2026, 10, 30), held_before=date(2026, 12, 30), created_at=register.at,
    )  # fmt: skip
    for number, (due, state) in enumerate(
        ((date(2026, 11, 2), "open"), (date(2026, 11, 30), "open"), (date(2026, 11, 9), "dropped"))
    ):
        Task.objects.create(
            plan=plan, number=number, name=f"Việc {number}", agency="Sở", due_on=due, state=state
        )
    register.recognise(register.product(), date(2023, 11, 12))
    register.recognise(register.product(), date(2024, 5, 11))
    return plan


def test_the_events_of_november(register, tuan, year):
    got = events(
        date(2026, 11, 1),
        date(2026, 11, 30),
        extent=extent_of(register.programme.province, 2026, register.at.date()),
        person=tuan, at=register.at,
    )  # fmt: skip
    assert [(one.on, one.last, one.title, one.kind) for one in got] == [
        (date(2026, 10, 20), date(2026, 11, 5), got[0].title, "ok"),
        (date(2026, 11, 2), date(2026, 11, 2), "Hạn nhiệm vụ: Việc 0", "bad"),
        (date(2026, 11, 12), date(2026, 11, 12), "1 giấy chứng nhận hết hạn", "bad"),
        (date(2026, 11, 12), date(2026, 11, 12), "1 sản phẩm bắt đầu được nộp đánh giá lại", "wait"),
        (date(2026, 11, 30), date(2026, 11, 30), "Hạn nhiệm vụ: Việc 1", "wait"),
    ]


def test_the_days_of_a_round(register, tuan, year):
    extent = extent_of(register.programme.province, 2026, register.at.date())
    got = events(date(2026, 10, 30), date(2026, 12, 30), extent=extent, person=tuan, at=register.at)
    assert [one.on for one in got if one.key.startswith("round")] == [date(2026, 10, 30), date(2026, 12, 30)]


def test_a_stranger_sees_no_plan(register, cast, year):
    extent = extent_of(register.programme.province, 2026, register.at.date())
    got = events(date(2026, 11, 1), date(2026, 11, 30), extent=extent, person=cast.quang, at=register.at)
    assert [one.key for one in got if one.key.startswith(("task", "step"))] == []


@pytest.mark.parametrize(("month", "weeks", "first"), [(2, 4, date(2027, 2, 1)), (5, 6, date(2027, 4, 26))])
def test_the_grid_runs_from_monday(month, weeks, first):
    step = Event("step-1", date(2027, month, 3), "Ý tưởng", "", "/", until=date(2027, month, 20))
    grid = month_grid(2027, month, [step])
    assert (len(grid), grid[0][0].on, {len(week) for week in grid}) == (weeks, first, {7})
    assert [day.on.day for week in grid for day in week if day.events] == [3, 20]
    assert [day.on for week in grid for day in week if day.is_inside][-1].month == month


def test_the_file():
    event = Event(
        "task-1", date(2026, 11, 30), "Hạn; nhiệm vụ, \\ một\ndòng", "Sở", "/ke-hoach/15/2026/nhiem-vu/1/"
    )
    text = as_ics([event], "https://ocop.example", datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OCOP//OCOP//VI", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        "UID:task-1@ocop.example", "DTSTAMP:20261123T020000Z", "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201", "SUMMARY:Hạn\\; nhiệm vụ\\, \\\\ một\\ndòng", "DESCRIPTION:Sở",
        "URL:https://ocop.example/ke-hoach/15/2026/nhiem-vu/1/", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_long_lines_are_folded_between_letters():
    event = Event("a", date(2026, 11, 30), "Đánh giá sản phẩm " * 20, "", "/")
    lines = as_ics([event], "https://ocop.example", datetime(2026, 11, 23, tzinfo=UTC)).split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert (
        "".join(line.removeprefix(" ") for line in lines if line.startswith(("SUMMARY", " "))).count(
            "Đánh giá"
        )
        == 20
    )
