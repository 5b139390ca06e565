"""Which level receives a dossier and whose council evaluates it first: read from the procedure of its law.

Districts ended on 30 June 2025. Where a procedure still names them and none stands, the commune receives and
the province evaluates (Decision 148/2023 between 1 and 5 July 2025; its warning is shown).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop.foundation.accounts.rules import Level
from ocop.kernel.law.model import Regulation, Stage

_RANK = {Level.COMMUNE: 0, Level.DISTRICT: 1, Level.PROVINCE: 2, Level.MINISTRY: 3}


def intake_level(stages: Iterable[Stage], *, has_district: bool) -> Level:
    """Who receives: the level of the first step after the producer's own."""
    levels = (Level(stage.level) for stage in stages if stage.level in set(Level))
    first = next(levels, Level.COMMUNE)
    return Level.COMMUNE if first == Level.DISTRICT and not has_district else first


def first_council(stages: Iterable[Stage], *, has_district: bool) -> Level:
    """Whose council evaluates first: the level of the first step that scores."""
    scoring = [Level(stage.level) for stage in stages if stage.scores]
    return next((level for level in scoring if level != Level.DISTRICT or has_district), Level.PROVINCE)


def is_above(level: Level, other: Level) -> bool:
    """Whether a level stands above another."""
    return _RANK[level] > _RANK[other]


def decides(regulation: Regulation, level: Level, day: date) -> tuple[int, ...]:
    """The stars that a council of this level may propose to recognise:
    those that no higher level decides on a day.
    """
    bands = [(band.stars, band.authority_on(day)) for band in regulation.star_bands]
    return tuple(sorted(stars for stars, by in bands if by is not None and not is_above(Level(by), level)))
