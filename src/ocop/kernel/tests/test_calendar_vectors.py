"""Deadlines dated by hand on a wall calendar,
each with its article of Decision 26/2026 and the reason it is hard.
"""

from collections.abc import Callable
from datetime import date

import pytest

from ocop.kernel.calendar import (
    UnknownYear,
    add_days,
    certificate_expiry,
    commune_check_due,
    extension_cap,
    renewal_result_due,
    renewal_window,
    revocation_due,
)

COMMUNE_CHECK = [  # article 7(2): 15 working days
    ("2026-10-05", "2026-10-26"),  # three plain weeks
    ("2026-10-02", "2026-10-23"),  # received on a Friday
    ("2026-10-03", "2026-10-23"),  # received on a Saturday
    ("2026-10-04", "2026-10-23"),  # received on a Sunday
    ("2026-11-23", "2026-12-15"),  # Culture Day, 24 November
    ("2026-11-24", "2026-12-15"),  # received on a day off
    ("2026-02-09", "2026-03-09"),  # Tết 2026
    ("2025-12-22", "2026-01-13"),  # New Year, 2 January swapped for Saturday 10 January
    ("2026-08-10", "2026-08-28"),  # Saturday 22 August is worked
    ("2026-08-11", "2026-09-03"),  # 31 August to 2 September off
    ("2026-04-20", "2026-05-14"),  # Hung Kings' Day in lieu, 30 April, 1 May
    ("2027-03-17", "2027-04-07"),  # the last day to file for an expiry on 15 July 2027
    ("2027-01-29", "2027-02-26"),  # Tết 2027
    ("2027-04-12", "2027-05-06"),  # Hung Kings' Day, 30 April, 1 May in lieu on the 3rd
    ("2027-08-23", "2027-09-15"),  # National Day, two days
    ("2025-04-14", "2025-05-07"),  # Saturday 26 April worked for 2 May
    ("2025-01-20", "2025-02-17"),  # Tết 2025
    ("2024-04-15", "2024-05-09"),  # 29 April swapped for Saturday 4 May
    ("2024-02-01", "2024-02-29"),  # Tết 2024, ends on the leap day
    ("2019-04-12", "2019-05-08"),  # Hung Kings' Day in lieu, a swap, 30 April, 1 May
    ("2023-04-17", "2023-05-11"),  # three days off in a row, two of them in lieu
    ("2022-04-04", "2022-04-26"),  # Hung Kings' Day on a Sunday
    ("2021-02-01", "2021-03-01"),  # Tết 2021
    ("2020-01-20", "2020-02-17"),  # Tết 2020
    ("2018-12-31", "2019-01-22"),  # received in a year that is not in the table and not needed
    ("2027-12-10", "2027-12-31"),  # ends on the last day that is known
]
RENEWAL_RESULT = [  # article 7(6)(g): 45 days, rolls
    ("2026-11-23", "2027-01-07"),
    ("2027-04-07", "2027-05-24"),  # 22 May is a Saturday
    ("2026-11-17", "2027-01-04"),  # New Year on a Friday
    ("2026-07-18", "2026-09-03"),  # 1 September
    ("2026-07-17", "2026-09-03"),  # 31 August, swapped
    ("2026-07-08", "2026-08-22"),  # a worked Saturday holds
    ("2026-07-09", "2026-08-24"),  # Sunday
    ("2026-10-10", "2026-11-25"),  # Culture Day
    ("2025-12-13", "2026-01-27"),
    ("2025-12-26", "2026-02-09"),
    ("2026-01-02", "2026-02-23"),  # the first day of Tết leave
    ("2025-11-26", "2026-01-10"),  # a worked Saturday holds
    ("2026-03-16", "2026-05-04"),  # 30 April, 1 May, weekend
    ("2026-03-12", "2026-04-28"),  # Hung Kings' Day on a Sunday, in lieu on Monday
    ("2024-01-15", "2024-02-29"),  # leap day
    ("2023-01-15", "2023-03-01"),  # no leap day
    ("2027-11-15", "2027-12-30"),
]
REVOCATION = [  # article 8(4): 15 days, rolls
    ("2026-11-23", "2026-12-08"),
    ("2026-11-09", "2026-11-25"),  # Culture Day
    ("2026-12-17", "2027-01-04"),  # New Year
    ("2026-02-01", "2026-02-23"),  # Tết
    ("2026-02-06", "2026-02-23"),  # the Saturday after Tết
    ("2026-08-07", "2026-08-22"),  # a worked Saturday
    ("2026-08-18", "2026-09-03"),  # National Day
    ("2025-04-11", "2025-04-26"),  # a worked Saturday
    ("2025-04-15", "2025-05-05"),  # 30 April to Sunday 4 May
    ("2024-04-19", "2024-05-04"),  # a worked Saturday
    ("2024-04-14", "2024-05-02"),  # 29 April to 1 May
    ("2024-02-14", "2024-02-29"),
    ("2023-02-14", "2023-03-01"),
    ("2027-01-20", "2027-02-11"),  # Tết 2027
    ("2026-11-13", "2026-11-30"),  # Saturday
]
CERTIFICATE_TERM = [  # article 4(3): 36 months, plain date
    ("2026-08-31", "2029-08-31"),
    ("2028-02-29", "2031-02-28"),  # no such day
    ("2024-02-29", "2027-02-28"),
    ("2025-02-28", "2028-02-28"),  # the corresponding day, not the month's end
    ("2027-02-28", "2030-02-28"),
    ("2026-11-23", "2029-11-23"),
    ("2026-12-31", "2029-12-31"),
    ("2026-01-01", "2029-01-01"),  # a day off stays
    ("2026-07-15", "2029-07-15"),  # a Sunday stays
    ("2023-11-18", "2026-11-18"),
    ("2096-02-29", "2099-02-28"),
]
EXTENSION_CAP = [  # article 12(3): 180 days, plain date
    ("2026-09-19", "2027-03-18"),
    ("2026-06-30", "2026-12-27"),  # a Sunday stays
    ("2026-07-05", "2027-01-01"),  # a day off stays
    ("2027-09-04", "2028-03-02"),  # over a leap day, into a year whose days off are not known
]
RENEWAL_WINDOW = [  # article 7(6)(a): 180 to 120 days before, both included
    ("2027-07-15", "2027-01-16", "2027-03-17"),
    ("2026-09-19", "2026-03-23", "2026-05-22"),  # the last expiry that the change of law caught
    ("2028-06-28", "2027-12-31", "2028-02-29"),
    ("2029-11-23", "2029-05-27", "2029-07-26"),
    ("2027-01-01", "2026-07-05", "2026-09-03"),  # opens on a Sunday
]
TRANSITION = [  # article 12(2), counted from the day the decision takes effect
    (60, "2026-07-21"),  # (a) first evaluation and upgrade
    (30, "2026-06-22"),  # (b) re-evaluation: 21 June is a Sunday
]


def ids(vectors: list[tuple[str, str]]) -> list[str]:
    return [f"{start}->{due}" for start, due in vectors]


def check(rule: Callable[[date], date], start: str, due: str) -> None:
    assert rule(date.fromisoformat(start)).isoformat() == due


@pytest.mark.parametrize(("start", "due"), COMMUNE_CHECK, ids=ids(COMMUNE_CHECK))
def test_commune_check(start: str, due: str) -> None:
    check(commune_check_due, start, due)


@pytest.mark.parametrize(("start", "due"), RENEWAL_RESULT, ids=ids(RENEWAL_RESULT))
def test_renewal_result(start: str, due: str) -> None:
    check(renewal_result_due, start, due)


@pytest.mark.parametrize(("start", "due"), REVOCATION, ids=ids(REVOCATION))
def test_revocation(start: str, due: str) -> None:
    check(revocation_due, start, due)


@pytest.mark.parametrize(("start", "due"), CERTIFICATE_TERM, ids=ids(CERTIFICATE_TERM))
def test_certificate_term(start: str, due: str) -> None:
    check(certificate_expiry, start, due)


@pytest.mark.parametrize(("start", "due"), EXTENSION_CAP, ids=ids(EXTENSION_CAP))
def test_extension_cap(start: str, due: str) -> None:
    check(extension_cap, start, due)


@pytest.mark.parametrize(("expiry", "opens", "closes"), RENEWAL_WINDOW)
def test_renewal_window(expiry: str, opens: str, closes: str) -> None:
    assert renewal_window(date.fromisoformat(expiry)) == (
        date.fromisoformat(opens),
        date.fromisoformat(closes),
    )


@pytest.mark.parametrize(("days", "due"), TRANSITION)
def test_transition(days: int, due: str) -> None:
    assert add_days(date(2026, 5, 22), days, rolls=True).isoformat() == due


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        (commune_check_due, "2027-12-13"),  # the fifteenth day falls into 2028
        (renewal_result_due, "2027-11-17"),  # 1 January 2028
        (revocation_due, "2027-12-17"),  # 1 January 2028
    ],
)
def test_a_year_that_is_needed_and_not_known_stops_the_calculation(
    rule: Callable[[date], date], start: str
) -> None:
    with pytest.raises(UnknownYear) as caught:
        rule(date.fromisoformat(start))
    assert caught.value.year == 2028


def test_there_are_enough_vectors() -> None:
    tables = (
        COMMUNE_CHECK,
        RENEWAL_RESULT,
        REVOCATION,
        CERTIFICATE_TERM,
        EXTENSION_CAP,
        RENEWAL_WINDOW,
        TRANSITION,
    )
    assert sum(len(table) for table in tables) == 80
