"""Who could give how many stars when: the table of the office, and that it agrees with the decrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.law import load_regulations
from ocop.kernel.law.authorities import FIRST_RULES, LEVELS, Giving, Verdict, Why, could_give

FITS, REFUSED = Verdict(Giving.FITS), Verdict(Giving.REFUSED)


def doubt(why: Why) -> Verdict:
    return Verdict(Giving.DOUBTFUL, why)


@pytest.mark.parametrize(
    ("stars", "level", "on", "told"),
    [
        (5, "ministry", date(2021, 1, 1), FITS),
        *((5, level, day, REFUSED) for level in LEVELS[1:] for day in (None, date(2018, 1, 1), FIRST_RULES)),
        (4, "province", date(2019, 8, 21), FITS),
        (4, "district", date(2024, 1, 1), REFUSED),
        (4, "commune", None, REFUSED),
        (4, "ministry", date(2024, 1, 1), doubt(Why.ABOVE)),
        (3, "commune", date(2018, 1, 1), REFUSED),
        (3, "district", date(2019, 8, 20), doubt(Why.BEFORE_RULES)),
        (3, "district", date(2019, 8, 21), REFUSED),
        (3, "district", date(2022, 7, 31), REFUSED),
        (3, "district", date(2022, 8, 1), doubt(Why.DISTRICT_BY_919)),
        (3, "district", date(2023, 2, 23), doubt(Why.DISTRICT_BY_919)),
        (3, "district", date(2023, 2, 24), FITS),
        (3, "district", date(2025, 6, 30), FITS),
        (3, "district", date(2025, 7, 1), doubt(Why.DISTRICT_ENDED)),
        (3, "district", date(2025, 7, 5), doubt(Why.DISTRICT_ENDED)),
        (3, "district", date(2025, 7, 6), REFUSED),
        (3, "district", None, doubt(Why.DAY_UNKNOWN)),
        (3, "province", date(2019, 8, 20), doubt(Why.BEFORE_RULES)),
        (3, "province", date(2023, 2, 23), FITS),
        (3, "province", date(2023, 2, 24), doubt(Why.PROVINCE_BY_148)),
        (3, "province", date(2025, 7, 5), doubt(Why.PROVINCE_BY_148)),
        (3, "province", date(2025, 7, 6), FITS),
        (3, "", date(2024, 1, 1), doubt(Why.LEVEL_UNKNOWN)),
        (5, "", None, doubt(Why.DAY_UNKNOWN)),
        (5, "ministry", date(2019, 1, 1), doubt(Why.BEFORE_RULES)),
    ],
)  # fmt: skip
def test_the_table_of_the_office(stars, level, on, told):
    assert could_give(stars, level, on) == told


@given(
    st.integers(3, 5), st.dates(FIRST_RULES, date(2027, 12, 31)).filter(lambda day: day != date(2025, 7, 1))
)
def test_whom_the_decree_in_force_names_is_never_refused(stars, on):
    laws = [one for one in load_regulations().values() if one.effective_from <= on]
    band = next(one for one in laws[-1].star_bands if one.stars == stars)
    assert could_give(stars, str(band.authority_on(on)), on).giving is not Giving.REFUSED


@given(st.integers(3, 5), st.sampled_from(LEVELS), st.dates(date(2013, 1, 1), date(2030, 1, 1)))
def test_what_no_day_allows_is_refused_without_a_day_too(stars, level, on):
    if could_give(stars, level, None).giving is Giving.REFUSED:
        assert could_give(stars, level, on) == REFUSED
    told = could_give(stars, level, on)
    assert (told.why is None) == (told.giving is not Giving.DOUBTFUL)


def test_three_stars_have_one_answer_for_every_day():
    day = FIRST_RULES
    while day < date(2026, 12, 31):
        assert could_give(3, "district", day) != could_give(3, "province", day) or day >= date(2025, 7, 1)
        day += timedelta(days=1)
