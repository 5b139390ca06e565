"""Which authority could give how many stars on which day: what a printed certificate is held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_RULES = date(2019, 8, 21)  # Decision 1048/QĐ-TTg; provinces went by programmes of their own before
BY_919 = date(2022, 8, 1)  # Decision 919/QĐ-TTg
BY_148 = date(2023, 2, 24)  # Decision 148/QĐ-TTg gave 3 stars to the districts
NO_DISTRICTS = date(2025, 7, 1)  # the districts ended
BY_1489 = date(2025, 7, 6)  # Decision 1489/QĐ-TTg moved 3 stars to the provinces
LEVELS = ("ministry", "province", "district", "commune")


class Giving(StrEnum):
    """Whether an authority of a level could give these stars on a day."""

    FITS = "fits"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Why(StrEnum):
    """Why it is doubtful."""

    LEVEL_UNKNOWN = "level_unknown"
    DAY_UNKNOWN = "day_unknown"
    BEFORE_RULES = "before_rules"
    ABOVE = "above"
    DISTRICT_BY_919 = "district_by_919"
    DISTRICT_ENDED = "district_ended"
    PROVINCE_BY_148 = "province_by_148"


@dataclass(frozen=True)
class Period:
    """What holds of 3 stars from one day to another, both included."""

    level: str
    first: date
    last: date
    giving: Giving
    why: Why | None = None


def _until(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


# the only stars whose authority changed; 4 are the province's and 5 the centre's under every decision
THREE_STARS = (
    Period("district", FIRST_RULES, _until(BY_919), Giving.REFUSED),
    Period("district", BY_919, _until(BY_148), Giving.DOUBTFUL, Why.DISTRICT_BY_919),
    Period("district", BY_148, _until(NO_DISTRICTS), Giving.FITS),
    Period("district", NO_DISTRICTS, _until(BY_1489), Giving.DOUBTFUL, Why.DISTRICT_ENDED),
    Period("district", BY_1489, date.max, Giving.REFUSED),
    Period("province", FIRST_RULES, _until(BY_148), Giving.FITS),
    Period("province", BY_148, _until(BY_1489), Giving.DOUBTFUL, Why.PROVINCE_BY_148),
    Period("province", BY_1489, date.max, Giving.FITS),
)
_NEVER = {5: {"province", "district", "commune"}, 4: {"district", "commune"}, 3: {"commune"}}


@dataclass(frozen=True)
class Verdict:
    """Whether it could be given; `why` where that is doubtful."""

    giving: Giving
    why: Why | None = None


def could_give(stars: int, level: str, on: date | None) -> Verdict:
    """Whether an authority of this level (one of LEVELS; "" where its name does not say) could give so many
    stars on a day (None where it is not known).

    What no decision ever allowed is refused whatever the day. Nothing can be said of less than 3 stars.
    """
    if level in _NEVER.get(stars, ()):
        return Verdict(Giving.REFUSED)
    found = _of_three(level, on) if stars == 3 and on else None
    if found is not None and found.giving is Giving.REFUSED:
        return Verdict(Giving.REFUSED)
    if on is None:
        return Verdict(Giving.DOUBTFUL, Why.DAY_UNKNOWN)
    if on < FIRST_RULES:
        return Verdict(Giving.DOUBTFUL, Why.BEFORE_RULES)
    if not level:
        return Verdict(Giving.DOUBTFUL, Why.LEVEL_UNKNOWN)
    if level == "ministry" and stars < 5:
        return Verdict(Giving.DOUBTFUL, Why.ABOVE)
    return Verdict(found.giving, found.why) if found else Verdict(Giving.FITS)


def _of_three(level: str, on: date) -> Period | None:
    return next((one for one in THREE_STARS if one.level == level and one.first <= on <= one.last), None)
