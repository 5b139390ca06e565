"""A criterion as a column of rungs: rung 0 is "nothing ticked", then every option of its ladders in printed
order.

Of two cases, case a comes before case b. What a sheet says becomes a rung number, and a mark a comparison of
numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ocop.kernel.law.model import Anomaly, Criterion, Option
from ocop.kernel.scoring.sheets import Choice

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a column. `choice` is how a sheet writes it;
    `place` counts from 1 inside its own ladder.
    """

    case: str | None
    place: int
    points: int
    choice: Choice
    min_for_stars: int | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """What one criterion asks for one star: per case the rung that is marked (a case without a mark asks
    nothing).

    `meets` goes by rung: is this choice at the mark of its own case or past it. `points` are those of the
    marked option where there is one ladder only.
    """

    column: int
    criterion: str
    stars: int
    marked: Mapping[str | None, int]
    meets: tuple[bool, ...]
    points: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A criterion ready for arithmetic.

    `reading` maps a written choice, with its type, to a rung. `asked` holds, by rung, what a mark on this
    very rung would ask, of its own case alone: with it the highest place that a panel reaches is found.
    """

    criterion: Criterion
    rungs: tuple[Rung, ...]
    points: tuple[int, ...]
    reading: Mapping[tuple[type, object], int]
    minimums: tuple[Minimum, ...]
    asked: tuple[Minimum, ...]
    applies: bool
    is_full: bool

    @property
    def is_fixed(self) -> bool:
        """Whether the sheets cannot change it: it does not apply, or full points are given."""
        return self.is_full or not self.applies


def column_of(
    number: int, criterion: Criterion, anomalies: tuple[Anomaly, ...], *, applies: bool, is_full: bool
) -> Column:
    """The column of a criterion under settled doubts;
    fixed where it does not apply or full points are given.
    """
    rungs = (Rung(None, 0, 0, None), *_rungs(criterion, anomalies))
    points = tuple(rung.points for rung in rungs)
    reading: dict[tuple[type, object], int] = {
        (type(rung.choice), rung.choice): index for index, rung in enumerate(rungs)
    }
    if criterion.is_boolean:
        reading[bool, False] = 0
    if not applies:
        reading = dict.fromkeys(reading, 0)
    elif is_full:
        reading = dict.fromkeys(reading, max(range(len(points)), key=points.__getitem__))
    minimums = _minimums(number, criterion, rungs)
    asked = tuple(_asked(number, criterion, index, rungs) for index in range(len(rungs)))
    return Column(criterion, rungs, points, reading, minimums, asked, applies, is_full and applies)


def _rungs(criterion: Criterion, anomalies: tuple[Anomaly, ...]) -> tuple[Rung, ...]:
    if criterion.is_boolean:
        return (Rung(None, 1, criterion.max, True),)
    return tuple(
        _settled(_rung(case, option), criterion, anomalies)
        for case, options in criterion.ladders
        for option in options
    )


def _rung(case: str | None, option: Option) -> Rung:
    choice: Choice = option.place if case is None else f"{case}.{option.place}"
    return Rung(case, option.place, option.points, choice, option.min_for_stars)


def _settled(rung: Rung, criterion: Criterion, anomalies: tuple[Anomaly, ...]) -> Rung:
    """The rung with the suggested points or mark, where the office settled a doubt about it."""
    for anomaly in anomalies:
        if (anomaly.criterion, anomaly.option_place) == (criterion.code, rung.place):
            points = rung.points if anomaly.suggested_points is None else anomaly.suggested_points
            rung = Rung(
                rung.case,
                rung.place,
                points,
                rung.choice,
                anomaly.suggested_min_for_stars or rung.min_for_stars,
            )
    return rung


def _minimums(number: int, criterion: Criterion, rungs: tuple[Rung, ...]) -> tuple[Minimum, ...]:
    """One minimum per star level. A mark on the whole criterion stands for the lowest rung of a ladder worth
    points.
    """
    marked: dict[int, dict[str | None, int]] = {}
    for index, rung in enumerate(rungs):
        if rung.min_for_stars is not None:
            marked.setdefault(rung.min_for_stars, {})[rung.case] = index
    if criterion.min_for_stars is not None:
        on_criterion = marked.setdefault(criterion.min_for_stars, {})
        for index, rung in enumerate(rungs):
            if rung.points > 0:
                on_criterion.setdefault(rung.case, index)
    return tuple(_minimum(number, criterion, stars, marked[stars], rungs) for stars in sorted(marked))


def _minimum(
    number: int, criterion: Criterion, stars: int, marked: Mapping[str | None, int], rungs: tuple[Rung, ...]
) -> Minimum:
    # Inside a ladder the rung numbers follow the printed order, so "this option or a later one" is a
    # comparison.
    meets = tuple(index > 0 and index >= marked.get(rung.case, 0) for index, rung in enumerate(rungs))
    points = None if criterion.cases else rungs[marked[None]].points
    return Minimum(number, criterion.code, stars, marked, meets, points)


def _asked(number: int, criterion: Criterion, index: int, rungs: tuple[Rung, ...]) -> Minimum:
    case = rungs[index].case
    meets = tuple(other >= index > 0 and rung.case == case for other, rung in enumerate(rungs))
    return Minimum(
        number, criterion.code, 0, {case: index}, meets, None if criterion.cases else rungs[index].points
    )
