"""The working of a result, laid out for pages and minutes. Made only when somebody looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring.columns import Column, Minimum
from ocop.kernel.scoring.minimums import CHECKS
from ocop.kernel.scoring.panel import Panel
from ocop.kernel.scoring.sheets import Choice

LEVELS = (3, 4, 5)


@dataclass(frozen=True)
class MemberPoints:
    """What one member gave on one criterion. `choice` is what counted, None for nothing ticked."""

    member: str
    choice: Choice
    points: int


@dataclass(frozen=True)
class CriterionWorking:
    """One criterion of a panel: the mean, and what each member gave.

    `applies` is false for a criterion that depends on a story that the product has not; `is_full` where full
    points are given because the test is not compulsory; `answered` is false while an unfinished sheet leaves
    it out.
    """

    criterion: Criterion
    mean: Fraction
    members: tuple[MemberPoints, ...]
    applies: bool
    is_full: bool
    answered: bool


@dataclass(frozen=True)
class MemberWorking:
    """One member's sheet added up. `counts`: whether its total makes the mean (extremes may leave it)."""

    member: str
    total: int
    parts: dict[str, int]
    counts: bool = True


@dataclass(frozen=True)
class MinimumWorking:
    """One minimum of one level: what it needs, what there is, and whether it is met."""

    criterion: str
    stars: int
    needs: int | str
    has: int | str
    met: bool
    answered: bool


@dataclass(frozen=True)
class Level:
    """One star level. `minimums` are those printed for this level;
    `unmet` also counts those of the levels below.
    """

    stars: int
    points_needed: int
    points_reached: bool
    minimums: tuple[MinimumWorking, ...]
    unmet: tuple[str, ...]

    @property
    def is_reached(self) -> bool:
        """Band reached and every minimum met, those of lower levels included."""
        return self.points_reached and not self.unmet


def criterion_workings(panel: Panel, missing: tuple[str, ...] = ()) -> tuple[CriterionWorking, ...]:
    """Every criterion with its mean and each member's choice and points."""
    return tuple(
        _criterion(panel, number, column, missing) for number, column in enumerate(panel.rubric.columns)
    )


def _criterion(panel: Panel, number: int, column: Column, missing: tuple[str, ...]) -> CriterionWorking:
    members = tuple(
        MemberPoints(
            sheet.member,
            _counted(column, sheet.choices.get(column.criterion.code), rung),
            column.points[rung],
        )
        for sheet, rung in zip(panel.sheets, panel.placed[number], strict=True)
    )
    answered = column.criterion.code not in missing
    mean = Fraction(panel.sums[number], panel.size)
    return CriterionWorking(column.criterion, mean, members, column.applies, column.is_full, answered)


def _counted(column: Column, written: Choice, rung: int) -> Choice:
    """The choice that counted: what was written (so that "no" stays apart from "nothing"),
    unless it was set aside.
    """
    return column.rungs[rung].choice if column.is_fixed else written


def member_workings(panel: Panel) -> tuple[MemberWorking, ...]:
    """Each member's total and parts."""
    return tuple(_member(panel, number) for number in range(panel.size))


def _member(panel: Panel, number: int) -> MemberWorking:
    given = [ladder[placed[number]] for ladder, placed in zip(panel.rubric.points, panel.placed, strict=True)]
    parts = {code: sum(given[column] for column in columns) for code, columns in panel.rubric.parts.items()}
    return MemberWorking(
        panel.sheets[number].member, panel.totals[number], parts, number not in panel.left_out
    )


def levels(panel: Panel, missing: tuple[str, ...] = ()) -> tuple[Level, ...]:
    """The lights for 3, 4 and 5 stars."""
    workings = [_minimum(panel, minimum, missing) for minimum in panel.rubric.minimums]
    bands = {band.stars: band.min for band in panel.rubric.regulation.star_bands}
    reached = panel.band()
    return tuple(
        Level(
            stars,
            bands[stars],
            reached >= stars,
            tuple(working for working in workings if working.stars == stars),
            tuple(
                dict.fromkeys(w.criterion for w in workings if LEVELS[0] <= w.stars <= stars and not w.met)
            ),
        )
        for stars in LEVELS
    )


def _minimum(panel: Panel, minimum: Minimum, missing: tuple[str, ...]) -> MinimumWorking:
    block = panel.block(minimum)
    met = CHECKS[panel.rules.minimum](minimum, panel.votes(minimum.column))
    return MinimumWorking(
        block.criterion, block.stars, block.needs, block.has, met, block.criterion not in missing
    )
