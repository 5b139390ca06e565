"""How large a file may be, as it is set, else as the programme needs it; and whose year it is."""

from datetime import UTC, datetime

import pytest

from ocop.foundation.documents.rules import Limits, limits, number_year

NAMES = ("DOCUMENTS_MAX_BYTES", "DOCUMENTS_MAX_PAGES", "DOCUMENTS_MAX_PIXELS")
USUAL = (26_214_400, 200, 40_000_000)


@pytest.mark.parametrize("own", [None, *NAMES])
def test_each_limit_is_set_by_itself(settings, own):
    for name in NAMES:
        if hasattr(settings, name):
            delattr(settings, name)
    if own is not None:
        setattr(settings, own, 7)
    expected = [7 if name == own else usual for name, usual in zip(NAMES, USUAL, strict=True)]
    assert limits() == Limits(*expected)


@pytest.mark.parametrize(("hour", "minute", "year"), [(16, 59, 2026), (17, 0, 2027)])
def test_a_year_of_numbers_begins_at_midnight_in_vietnam(hour, minute, year):
    assert number_year(datetime(2026, 12, 31, hour, minute, tzinfo=UTC)) == year
