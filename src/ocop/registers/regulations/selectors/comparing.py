"""A product set under two decrees, criterion by criterion: what moved, what got stricter, what is new or
gone.

Criteria are paired by what they are about (`Criterion.key`). Values are those printed, settled doubts aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ocop.kernel.law import Criterion, Option, ProductSet
from ocop.kernel.law.model import Part
from ocop.registers.regulations.selectors.browsing import STAR_LEVELS, needs


class Turn(StrEnum):
    """How a minimum changed."""

    STRICTER = "stricter"
    LOOSER = "looser"
    NEW = "new"
    GONE = "gone"
    OTHER = "other"  # another wording of about the same weight


@dataclass(frozen=True)
class Demand:
    """What a star asks of a criterion before and after; None where it asks nothing."""

    stars: int
    before: Option | None
    after: Option | None
    turn: Turn
    case: str | None = None  # the letter, where a criterion has cases


@dataclass(frozen=True)
class Pair:
    """A criterion before and after; None on the side where there is none."""

    before: Criterion | None
    after: Criterion | None
    demands: tuple[Demand, ...] = ()

    @property
    def points(self) -> int:
        """How many points more the criterion gives after."""
        return (self.after.max if self.after else 0) - (self.before.max if self.before else 0)

    @property
    def part_moved(self) -> bool:
        """Whether it stands in another part."""
        return bool(self.before and self.after and self.before.part is not self.after.part)

    @property
    def ladder_changed(self) -> bool:
        """Whether the options differ in points or wording."""
        return bool(self.before and self.after and _ladder(self.before) != _ladder(self.after))

    @property
    def is_changed(self) -> bool:
        """Whether anything differs but the code."""
        return bool(self.points or self.part_moved or self.ladder_changed or self.demands)


@dataclass(frozen=True)
class Comparison:
    """Everything of a set that differs, in the order of the newer decree,
    gone criteria last; and the totals.
    """

    changed: tuple[Pair, ...]
    new: tuple[Pair, ...]
    gone: tuple[Pair, ...]
    same: tuple[Pair, ...]
    parts: tuple[tuple[Part, int, int], ...]
    minimums: tuple[tuple[int, int, int], ...]  # stars, how many before, how many after

    def count(self, turn: Turn) -> int:
        """How many minimums turned this way."""
        return sum(
            demand.turn is turn for pair in (*self.changed, *self.new, *self.gone) for demand in pair.demands
        )


def compare(before: ProductSet, after: ProductSet) -> Comparison:
    """The two rubrics side by side."""
    pairs = list(_pairs(before, after))
    both = [pair for pair in pairs if pair.before and pair.after]
    asked_before, asked_after = needs(before), needs(after)
    return Comparison(
        changed=tuple(pair for pair in both if pair.is_changed),
        new=tuple(pair for pair in pairs if pair.before is None),
        gone=tuple(pair for pair in pairs if pair.after is None),
        same=tuple(pair for pair in both if not pair.is_changed),
        parts=tuple((part.code, _part_max(before, part.code), part.max) for part in after.parts),
        minimums=tuple((star, len(asked_before[star]), len(asked_after[star])) for star in STAR_LEVELS),
    )


def _pairs(before: ProductSet, after: ProductSet) -> Iterator[Pair]:
    left = list(before.criteria.values())
    for criterion in after.criteria.values():
        twin = next((one for one in left if one.key == criterion.key), None)
        if twin is not None:
            left.remove(twin)
        yield Pair(twin, criterion, tuple(_demands(twin, criterion)))
    for gone in left:
        yield Pair(gone, None, tuple(_demands(gone, None)))


def _part_max(product_set: ProductSet, code: Part) -> int:
    return next((part.max for part in product_set.parts if part.code is code), 0)


def _ladder(criterion: Criterion) -> list[tuple[int, str]]:
    if criterion.is_boolean:
        return [(criterion.max, "")]
    return [(option.points, option.label.vi) for _, options in criterion.ladders for option in options]


def _demands(before: Criterion | None, after: Criterion | None) -> Iterator[Demand]:
    """The stars at which a mark is printed on either side,
    where what must be reached is not the same; case by case.
    """
    for case in _cases(before, after):
        for star in STAR_LEVELS:
            was, now = _asked(before, star, case), _asked(after, star, case)
            is_printed = star in {*_marks(before, case), *_marks(after, case)}
            if (was is None and now is None) or not is_printed:
                continue
            if was is None or now is None or was.label.vi != now.label.vi:
                yield Demand(star, was, now, _turn(before, was, after, now, case), case)


def _cases(before: Criterion | None, after: Criterion | None) -> list[str | None]:
    """The cases to compare one by one; a criterion without cases stands for every case of the other side."""
    letters = dict.fromkeys(letter for one in (after, before) if one for letter, _ in one.ladders if letter)
    return list(letters) or [None]


def _options(criterion: Criterion | None, case: str | None) -> tuple[Option, ...]:
    """The ladder of a case; of a criterion without cases its only one, of one that lacks the case none."""
    if criterion is None:
        return ()
    ladders = dict(criterion.ladders)
    return ladders.get(case, ladders.get(None, ()))


def _marks(criterion: Criterion | None, case: str | None) -> list[int | None]:
    if criterion is None:
        return []
    return [criterion.min_for_stars, *(option.min_for_stars for option in _options(criterion, case))]


def _asked(criterion: Criterion | None, star: int, case: str | None) -> Option | None:
    """The option that a star needs at the least in one case; the marks of lower stars bind it too."""
    options = _options(criterion, case)
    if criterion is None:
        return None
    binding = [option for option in options if option.min_for_stars and option.min_for_stars <= star]
    if criterion.min_for_stars and criterion.min_for_stars <= star:
        binding += [option for option in options if option.points > 0][:1]
    return max(binding, key=lambda option: option.place, default=None)


def _turn(
    before: Criterion | None,
    was: Option | None,
    after: Criterion | None,
    now: Option | None,
    case: str | None,
) -> Turn:
    """By the place of the old wording in the new ladder;
    where it is not found, by the share of the points.
    """
    if was is None or before is None:
        return Turn.NEW
    if now is None or after is None:
        return Turn.GONE
    place = next((option.place for option in _options(after, case) if option.label.vi == was.label.vi), None)
    weight = (
        (place, now.place) if place else (Fraction(was.points, before.max), Fraction(now.points, after.max))
    )
    if weight[0] == weight[1]:
        return Turn.OTHER
    return Turn.STRICTER if weight[1] > weight[0] else Turn.LOOSER
