"""The sheets of one product laid side by side: who gave what, in whole points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import getitem

from ocop.kernel.scoring.columns import Minimum, Row
from ocop.kernel.scoring.exclusions import Exclusion
from ocop.kernel.scoring.minimums import CHECKS, Block, Votes, block
from ocop.kernel.scoring.rubric import Rubric
from ocop.kernel.scoring.sheets import Sheet
from ocop.kernel.scoring.working_rules import WorkingRules


@dataclass(frozen=True, slots=True)
class Panel:
    """Readable sheets of a panel of any size; a self-assessment is a panel of one.

    `placed` and `sums` go by column: the rungs of all members, and the sum of their points. `left_out` are
    the members whose totals left the mean, the lowest and the highest, where the working rules drop them.
    """

    rubric: Rubric
    rules: WorkingRules
    sheets: Sequence[Sheet]
    placed: tuple[Row, ...]
    sums: tuple[int, ...]
    totals: tuple[int, ...]
    agreed: Mapping[int, int]
    left_out: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """The number of members."""
        return len(self.totals)

    @property
    def counted(self) -> int:
        """The number of members whose totals make the mean."""
        return len(self.totals) - len(self.left_out)

    @property
    def given(self) -> int:
        """The sum of the totals that make the mean."""
        return sum(self.totals) - sum([self.totals[member] for member in self.left_out])

    @property
    def total(self) -> Fraction:
        """The mean of the members' totals (Decision 26/2026, article 3(3)), exact."""
        return Fraction(self.given, self.counted)

    @property
    def spread(self) -> Fraction:
        """The highest less the lowest member total."""
        return Fraction(max(self.totals) - min(self.totals))

    def part(self, code: str) -> Fraction:
        """The mean of the points in one part, of the members whose totals make the mean:
        the parts add up to it.
        """
        numbers = self.rubric.parts[code]
        given = sum([self.sums[number] for number in numbers])
        for member in self.left_out:
            given -= sum([self.rubric.points[number][self.placed[number][member]] for number in numbers])
        return Fraction(given, self.counted)

    def band(self) -> int:
        """The stars of the band that is reached (Decision 26/2026, article 3(3): lower bounds count)."""
        given, counted = self.given, self.counted
        return next(
            b.stars for b in self.rubric.regulation.star_bands if given >= self.rules.needed(b.min, counted)
        )

    def gain(self, number: int, raised: Votes) -> int:
        """What the sum of the totals that make the mean gains when one column becomes `raised`."""
        if not self.left_out:
            return raised.total - self.sums[number]
        points = self.rubric.points[number]
        changes = zip(self.totals, self.placed[number], raised.placed, strict=True)
        totals = [total - points[old] + points[new] for total, old, new in changes]
        return sum(totals) - max(totals) - min(totals) - self.given

    def votes(self, number: int) -> Votes:
        """What the members gave in one column."""
        return Votes(
            self.rubric.columns[number], self.placed[number], self.sums[number], self.agreed.get(number, 0)
        )

    def unmet(self) -> tuple[Minimum, ...]:
        """The minimums of all levels that these sheets do not meet, by level, then printed order."""
        is_met, votes = CHECKS[self.rules.minimum], self.votes
        return tuple(
            [minimum for minimum in self.rubric.minimums if not is_met(minimum, votes(minimum.column))]
        )

    def block(self, minimum: Minimum) -> Block:
        """What a minimum needs and what these sheets have."""
        return block(minimum, self.votes(minimum.column), self.rules.minimum)

    def excluded(self) -> tuple[Exclusion, ...]:
        """Exclusions by facts, and by 0 points from more than half of the members on one criterion of a
        scope.
        """
        found = {exclusion.code: exclusion for exclusion in self.rubric.excluded}
        for scope in self.rubric.zero_scopes:
            if any(self._is_zero(number) for number in scope.columns):
                found.setdefault(scope.exclusion.code, scope.exclusion)
        return tuple(found.values())

    def _is_zero(self, number: int) -> bool:
        points = self.rubric.points[number]
        return 2 * sum([not points[rung] for rung in self.placed[number]]) > self.size


def lay_out(
    rubric: Rubric,
    rules: WorkingRules,
    sheets: Sequence[Sheet],
    rows: Sequence[Row],
    agreed: Mapping[int, int],
) -> Panel:
    """A panel from readable rows."""
    points = [tuple(map(getitem, rubric.points, row)) for row in rows]
    placed = tuple(zip(*rows, strict=True))
    sums = tuple(map(sum, zip(*points, strict=True)))
    totals = tuple(map(sum, points))
    left_out = _extremes(rubric, points, totals) if rules.drops_extremes(len(totals)) else ()
    return Panel(rubric, rules, sheets, placed, sums, totals, agreed, left_out)


def _extremes(rubric: Rubric, points: Sequence[Row], totals: Row) -> tuple[int, int]:
    """The members of one lowest and one highest total. Of equal totals the parts decide, A first: the lower,
    the higher; so the order of the sheets never matters.
    """
    parts = rubric.parts.values()
    keys = [
        (total, *[sum([row[number] for number in numbers]) for numbers in parts])
        for total, row in zip(totals, points, strict=True)
    ]
    ranked = sorted(range(len(keys)), key=keys.__getitem__)
    return ranked[0], ranked[-1]
