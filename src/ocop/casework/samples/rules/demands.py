"""Which products must be tested, why, and whose sample a paper is about."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction

from ocop.kernel.law import load_regulations
from ocop.kernel.text import fold

TEST_STAGE = "province_test"
"""The step of a regime's procedure that has every product tested from some points of the first pass on
(1048/2019 with 781/2020: two passes of scoring, the test between). Elsewhere a council or the province asks
(R26-29)."""
IMPURITIES = "unacceptable_impurities"
"""The law's own exclusion, where the sheet of a set has it: the chair records it."""
MOST_INDICATORS = 60


class Cause(StrEnum):
    """Why a product must be tested."""

    POINTS = "points"
    COUNCIL = "council"
    PROVINCE = "province"


class Side(StrEnum):
    """Who asks for the counter-sample."""

    PRODUCER = "producer"
    OFFICE = "office"


class OutcomeKind(StrEnum):
    """What the tests of a product come to."""

    WAITING = "waiting"
    POSTPONED = "postponed"
    CONTESTED = "contested"
    UNCHOSEN = "unchosen"
    OTHER_NAME = "other_name"
    UNSURE = "unsure"
    FAILED = "failed"
    PASSED = "passed"


def must_be_tested(regulation_code: str, total: Fraction | None, least: Fraction | None = None) -> bool:
    """Whether the first pass of scoring has the product tested: from the points of the council's working
    rules, else from those of its regime. Exact: 49.99 is not 50.
    """
    points = tested_from(regulation_code) if least is None else least
    return points is not None and total is not None and total >= points


def tested_from(regulation_code: str) -> int | None:
    """The points that a regulation's data name for that; None where it has no such step."""
    stages = load_regulations()[regulation_code].stages
    return next((stage.from_points for stage in stages if stage.key == TEST_STAGE), None)


def same_words(one: str, other: str) -> bool:
    """Whether two names or codes say the same but for capitals, marks, points and spaces."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def has_ended(valid_until: date | None, on: date) -> bool:
    """Whether an accreditation had ended on a day; one without an end has not."""
    return valid_until is not None and valid_until < on
