"""Grounds to take a recognition back, the paper that each needs, who decides, by when (article 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from ocop.kernel.calendar import revocation_due
from ocop.registers.products.rules import StandingKind

DECIDED_BY_MINISTRY = 5
"""Stars that the Minister takes back; those below are the Chair's of the province (article 8(2), R26-41)."""
MOST_PRODUCTS = 200
"""Products of one decision."""


class Ground(StrEnum):
    """The closed list of article 8(1), R26-40."""

    FORGED = "forged"
    CRITERIA = "criteria"
    BREACH = "breach"
    MARK = "mark"
    STOPPED = "stopped"
    OTHER = "other"


class CessationKind(StrEnum):
    """What ended before any decision."""

    DISSOLVED = "dissolved"
    STOPPED = "stopped"


class Evidence(StrEnum):
    """What kind of paper a ground rests on."""

    CONCLUSION = "conclusion"
    CONFIRMATION = "confirmation"
    ANY = "any"


RESTS_ON: Mapping[Ground, Evidence] = {
    Ground.FORGED: Evidence.ANY,
    Ground.CRITERIA: Evidence.CONCLUSION,
    Ground.BREACH: Evidence.CONCLUSION,
    Ground.MARK: Evidence.ANY,
    Ground.STOPPED: Evidence.CONFIRMATION,
    Ground.OTHER: Evidence.CONCLUSION,
}
"""Grounds 2, 3 and 6 need a conclusion, ground 5 the commune's word (R26-40, R26-43); for the others a paper
is welcome and starts the clock where there is one.
"""

TAKEN_BACK: Mapping[StandingKind, bool] = {
    StandingKind.NOT_YET: True,
    StandingKind.VALID: True,
    StandingKind.EXTENDED: True,
    StandingKind.UNKNOWN: True,
    StandingKind.EXPIRED: False,
    StandingKind.REVOKED: False,
    StandingKind.REPLACED: False,
    StandingKind.ANNULLED: False,
    StandingKind.NOT_RECOGNISED: False,
}
"""Whether a recognition that stands so can be taken back. One without an exact term can: nobody can say that
it ended.
"""


def due_on(concluded_on: date | None) -> date | None:
    """The last day of the decision, counted from the conclusion or the commune's confirmation (article 8(4));
    None without such a paper.

    UnknownYear where the days off of that year are not known.
    """
    return None if concluded_on is None else revocation_due(concluded_on)


def is_ministrys(stars: Iterable[int | None]) -> bool | None:
    """Whether the Minister decides on all of these; None where some are the Minister's and some are not."""
    known = {star == DECIDED_BY_MINISTRY for star in stars}
    return known.pop() if len(known) == 1 else None
