"""The way to the next star: what is missing, and every single criterion whose raise alone would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ocop.kernel.scoring.columns import Column, Minimum, Row
from ocop.kernel.scoring.minimums import CHECKS, Votes
from ocop.kernel.scoring.panel import Panel
from ocop.kernel.scoring.sheets import Choice

FIRST_RECOGNISED = 3
HIGHEST = 5
MOST_STEPS = 10


@dataclass(frozen=True)
class Gain:
    """Raise one criterion to a choice: all members below it are raised to it; the mean grows by `points`."""

    criterion: str
    to: Choice
    points: Fraction

    def as_json(self) -> dict[str, object]:
        """The step as promised to the outside."""
        return {"criterion": self.criterion, "to": self.to, "points": str(self.points)}


@dataclass(frozen=True)
class NextStar:
    """What is missing to a star: points of the mean to its band, criteria with an unmet minimum,
    and single steps.
    """

    stars: int
    missing_points: Fraction
    missing_minimums: tuple[str, ...]
    steps: tuple[Gain, ...]

    def as_json(self) -> dict[str, object]:
        """The next star as promised to the outside."""
        return {
            "stars": self.stars,
            "missing_points": str(self.missing_points),
            "missing_minimums": list(self.missing_minimums),
            "steps": [step.as_json() for step in self.steps],
        }


def next_star(panel: Panel, stars: int, unmet: tuple[Minimum, ...]) -> NextStar | None:
    """What leads from `stars` to one star more; None at 5.
    `unmet` are the panel's unmet minimums of all levels.
    """
    target = stars + 1
    if target > HIGHEST:
        return None
    least = next(band.min for band in panel.rubric.regulation.star_bands if band.stars == target)
    gain_needed = max(0, panel.rules.needed(least, panel.counted) - panel.given)
    # Measured on the figure the band is read from: a council that rounds first misses nothing once it has
    # rounded up.
    missing_points = least - panel.rules.reading(panel.total) if gain_needed else Fraction(0)
    missing = sorted({minimum.column for minimum in unmet if FIRST_RECOGNISED <= minimum.stars <= target})
    codes = tuple(panel.rubric.codes[number] for number in missing)
    return NextStar(target, missing_points, codes, _steps(panel, target, missing, gain_needed))


def _steps(panel: Panel, target: int, missing: list[int], gain_needed: int) -> tuple[Gain, ...]:
    """At most ten steps, cheapest first, then in printed order; none where two criteria have to be raised.

    `gain_needed`: the fewest points to add to the sum of the totals that make the mean, for the band of
    `target`.
    """
    if len(missing) > 1:
        return ()
    numbers = missing or range(len(panel.rubric.columns))
    found = [step for number in numbers if (step := _step(panel, number, target, gain_needed)) is not None]
    found.sort(key=lambda step: step.points)
    return tuple(found[:MOST_STEPS])


def _step(panel: Panel, number: int, target: int, gain_needed: int) -> Gain | None:
    """The cheapest raise of one criterion that reaches `target`, if there is one."""
    votes = panel.votes(number)
    column, is_met = votes.column, CHECKS[panel.rules.minimum]
    # where extremes leave the mean, its sum gains no more than the sum of all totals does
    if column.is_fixed or max(column.points) * panel.size - votes.total < gain_needed:
        return None
    minimums = [minimum for minimum in column.minimums if FIRST_RECOGNISED <= minimum.stars <= target]
    found = []
    for index in _targets(column, votes.placed):
        raised = _raised(votes, index)
        gain = panel.gain(number, raised)
        if gain >= gain_needed and raised != votes and all(is_met(minimum, raised) for minimum in minimums):
            found.append((gain, index))
    if not found:
        return None
    gain, index = min(found)
    return Gain(column.criterion.code, column.rungs[index].choice, Fraction(gain, panel.counted))


def _targets(column: Column, placed: Row) -> Iterator[int]:
    """Rungs to raise the members to: of the cases that they chose, since a case is a fact of the product."""
    chosen = {column.rungs[rung].case for rung in placed if rung}
    return (index for index, rung in enumerate(column.rungs) if index and (not chosen or rung.case in chosen))


def _raised(votes: Votes, index: int) -> Votes:
    """The votes with every member below a rung raised to it; across cases "below" is by points."""
    column, placed = votes.column, votes.placed
    if column.criterion.cases:
        case = column.rungs[index].case
        raised = tuple([index if _is_below(column, rung, index, case) else rung for rung in placed])
    else:
        raised = tuple([rung if rung > index else index for rung in placed])
    return Votes(column, raised, sum([column.points[rung] for rung in raised]), votes.agreed)


def _is_below(column: Column, rung: int, index: int, case: str | None) -> bool:
    if column.rungs[rung].case == case or not rung:
        return rung < index
    return column.points[rung] < column.points[index]
