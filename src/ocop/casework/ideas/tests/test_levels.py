"""Which level decides on ideas on a day."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.casework.ideas.rules.levels import deciding_level
from ocop.foundation.accounts.rules import Level
from ocop.kernel.calendar.applicable import NoLawError


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (date(2019, 8, 21), "district"),
        (date(2022, 5, 4), "district"),
        (date(2023, 2, 24), "district"),
        (date(2025, 6, 30), "district"),
        (date(2025, 7, 1), "commune"),
        (date(2026, 5, 21), "commune"),
        (date(2026, 5, 22), "commune"),
        (date(2026, 11, 23), "commune"),
    ],
)
def test_the_law_of_the_day_names_the_level_that_decides(day: date, level: str) -> None:
    assert deciding_level(day) == Level(level)


def test_without_a_law_nobody_decides() -> None:
    with pytest.raises(NoLawError):
        deciding_level(date(2019, 8, 20))
