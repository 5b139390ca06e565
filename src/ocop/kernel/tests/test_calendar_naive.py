"""The calendar against a second one that knows nothing of it:
it reads the table itself and steps from day to day.
"""

import csv
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop.kernel import calendar
from ocop.kernel.calendar import CertificateEvent, EventKind, certificate_status

DAY = timedelta(days=1)
ENDS_WAITING = ("renewal_result", "renewal_withdrawn")
TABLE = Path(calendar.__file__).parent / "data" / "holidays_vn.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    KINDS = {row["date"]: row["kind"] for row in csv.DictReader(file)}


def is_worked(day: date) -> bool:
    kind = KINDS.get(str(day))
    return kind == "working" or (kind is None and day.strftime("%a") not in ("Sat", "Sun"))


def count_working_days(start: date) -> date:
    seen = 0
    day = start
    while seen < 15:
        day += DAY
        seen += is_worked(day)
    return day


def count_days_then_wait(days: int) -> Callable[[date], date]:
    def count(start: date) -> date:
        day = start
        for _ in range(days):
            day += DAY
        while not is_worked(day):
            day += DAY
        return day

    return count


def count_months(start: date) -> date:
    months = 0
    day = start
    while True:
        is_month_end = (day + DAY).month != day.month
        if months == 36 and (day.day == start.day or is_month_end):
            return day
        day += DAY
        months += day.day == 1


def count_window(expiry: date) -> tuple[date, date]:
    day = expiry
    for _ in range(120):
        day -= DAY
    closes = day
    for _ in range(60):
        day -= DAY
    return day, closes


def count_extension(expiry: date) -> date:
    day = expiry
    for _ in range(180):
        day += DAY
    return day


def every_day() -> Iterator[date]:
    day = date(2019, 1, 1)
    while day < date(2027, 11, 1):
        yield day
        day += DAY


PAIRS: list[tuple[Callable[[date], object], Callable[[date], object]]] = [
    (calendar.commune_check_due, count_working_days),
    (calendar.renewal_result_due, count_days_then_wait(45)),
    (calendar.revocation_due, count_days_then_wait(15)),
    (calendar.certificate_expiry, count_months),
    (calendar.renewal_window, count_window),
    (calendar.extension_cap, count_extension),
]


@pytest.mark.parametrize(("rule", "counted"), PAIRS)
def test_every_day_of_the_table_gives_the_counted_date(
    rule: Callable[[date], object], counted: Callable[[date], object]
) -> None:
    days = list(every_day())
    assert len(days) == 3226  # six rules: over 19,000 dated cases
    assert [(day, rule(day)) for day in days] == [(day, counted(day)) for day in days]


def walked(valid_from: date, expires_on: date, events: list[CertificateEvent], on: date) -> tuple[str, date]:
    """The status found by living through every day from long before to `on`,
    and beyond for what ends later.
    """
    may_extend = any(event.kind == "extended" for event in events)
    ended = ""
    status = "not_yet"
    last_valid_day = None
    extended_days = 0
    day = min([valid_from, on, *(event.on for event in events)])
    while day <= on:
        for event in events:
            if event.on == day and event.kind in ("revoked", "replaced", "annulled") and not ended:
                ended = event.kind.value
                last_valid_day = last_valid_day or day - DAY
        has_result = any(event.kind in ENDS_WAITING and event.on <= day for event in events)
        if day > expires_on:
            extended_days += 1
        is_extended = may_extend and 0 < extended_days <= 180 and not has_result
        if ended:
            status = ended
        elif day < valid_from:
            status = "not_yet"
        elif day <= expires_on or is_extended:
            status, last_valid_day = ("valid" if day <= expires_on else "extended"), day
        else:
            status = "expired"
        day += DAY
    if status == "not_yet":
        return status, valid_from
    if status == "valid":
        return status, expires_on
    if status == "extended":
        while (
            may_extend
            and extended_days < 180
            and not any(event.kind in ENDS_WAITING and event.on <= day for event in events)
        ):
            day, extended_days = day + DAY, extended_days + 1
        return status, day - DAY
    assert last_valid_day is not None
    return status, last_valid_day


def test_the_status_is_that_of_a_certificate_lived_day_by_day() -> None:
    draw = random.Random(26)
    kinds = list(EventKind)
    seen = set()
    for _ in range(3000):
        valid_from = date(2026, 1, 1) + draw.randrange(60) * DAY
        expires_on = valid_from + draw.randrange(120) * DAY
        events = [
            CertificateEvent(date(2025, 12, 1) + draw.randrange(420) * DAY, draw.choice(kinds))
            for _ in range(draw.randrange(5))
        ]
        on = date(2025, 12, 1) + draw.randrange(420) * DAY
        found = certificate_status(valid_from, expires_on, events, on)
        assert (found.kind, found.until) == walked(valid_from, expires_on, events, on), (
            valid_from,
            expires_on,
            events,
            on,
        )
        seen.add(found.kind.value)
    assert seen == {"not_yet", "valid", "extended", "expired", "revoked", "replaced", "annulled"}
