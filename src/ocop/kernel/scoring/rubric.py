"""A rubric made ready for arithmetic: one regulation, one set, the facts and decisions of one case.

Every criterion becomes a column of rungs. Rung 0 is "nothing ticked"; the rungs of all its ladders follow in printed
order (case a, then case b). A sheet is then a row of rung numbers, and the arithmetic is on whole numbers only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from ocop.kernel.law.model import Anomaly, Criterion, Label, Option, Part, ProductSet, Regulation
from ocop.kernel.scoring.conditions import (
    APPLIES_IF,
    EXCLUDING,
    FULL_POINTS,
    HAS_STORY,
    TESTING_NOT_MANDATORY,
    ZERO_POINTS,
    PlacedRule,
    placed_rules,
    settled_anomalies,
)
from ocop.kernel.scoring.sheets import Choice

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a column. `choice` is how a sheet writes it; `place` counts from 1 inside its own ladder."""

    case: str | None
    place: int
    points: int
    choice: Choice
    min_for_stars: int | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """What one criterion asks for one star: per case the rung that is marked (a case without a mark asks nothing).

    `meets` goes by rung: is this choice at the mark of its own case or past it. `points` are those of the marked
    option where there is one ladder only.
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

    `reading` maps a written choice, with its type, to a rung. `asked` holds, by rung, what a mark on this very rung
    would ask, of its own case alone: with it the highest place that a panel reaches is found.
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


@dataclass(frozen=True)
class Exclusion:
    """Why a product is not evaluated (any further): the fact, where the rule is printed, and its wording."""

    code: str
    criterion: str | None
    label: Label

    @property
    def sentence(self) -> Label:
        """What a reader of the result is told."""
        vi = "Không xếp hạng" if self.criterion is None else f"Không xếp hạng, theo mục {self.criterion}"
        en = "Not ranked" if self.criterion is None else f"Not ranked, by {self.criterion}"
        return Label(f"{vi}: {self.label.vi}", f"{en}: {self.label.en}")


@dataclass(frozen=True)
class ZeroScope:
    """Columns in which 0 points from more than half of the members end the evaluation."""

    exclusion: Exclusion
    columns: tuple[int, ...]


@dataclass(frozen=True)
class Rubric:
    """Everything that the arithmetic needs, made once and used for every panel of the same kind."""

    regulation: Regulation
    product_set: ProductSet
    columns: tuple[Column, ...]
    codes: tuple[str, ...]
    pick: Callable[[Mapping[str, Choice]], tuple[Choice, ...]]
    readings: tuple[Mapping[tuple[type, object], int], ...]
    points: tuple[tuple[int, ...], ...]
    parts: Mapping[str, tuple[int, ...]]
    minimums: tuple[Minimum, ...]  # by level, then printed order
    excluded: tuple[Exclusion, ...]
    zero_scopes: tuple[ZeroScope, ...]
    notes: tuple[Label, ...]


def build_rubric(
    regulation: Regulation, product_set: ProductSet, facts: Mapping[str, bool], settled: frozenset[str]
) -> Rubric:
    """The rubric of a set under given facts and settled doubts. Facts and decisions must have been read before."""
    truth = {HAS_STORY: True, **facts}
    rules = tuple(placed_rules(product_set))
    off = _criteria_of(rules, lambda placed: placed.rule.type == APPLIES_IF and not truth.get(placed.fact or "", False))
    full = _criteria_of(rules, lambda placed: placed.rule.type == FULL_POINTS and truth.get(placed.fact or "", False))
    anomalies = settled_anomalies(regulation, product_set.number, settled)
    columns = tuple(
        _column(number, criterion, anomalies, criterion.code not in off, criterion.code in full)
        for number, criterion in enumerate(product_set.criteria.values())
    )
    codes = tuple(product_set.criteria)
    minimums = (minimum for column in columns for minimum in column.minimums)
    return Rubric(
        regulation=regulation,
        product_set=product_set,
        columns=columns,
        codes=codes,
        pick=_picker(codes),
        readings=tuple(column.reading for column in columns),
        points=tuple(column.points for column in columns),
        parts={part.value: tuple(n for n, c in enumerate(columns) if c.criterion.part is part) for part in Part},
        minimums=tuple(sorted(minimums, key=lambda minimum: (minimum.stars, minimum.column))),
        excluded=_excluded(rules, truth),
        zero_scopes=_zero_scopes(rules, codes),
        notes=_notes(regulation, product_set, anomalies, rules, truth),
    )


def _criteria_of(rules: tuple[PlacedRule, ...], is_wanted: Callable[[PlacedRule], bool]) -> frozenset[str]:
    return frozenset(code for placed in rules if is_wanted(placed) for code in placed.criteria)


def _picker(codes: tuple[str, ...]) -> Callable[[Mapping[str, Choice]], tuple[Choice, ...]]:
    if len(codes) > 1:
        return itemgetter(*codes)
    return lambda choices: tuple(choices[code] for code in codes)


def _column(number: int, criterion: Criterion, anomalies: tuple[Anomaly, ...], applies: bool, is_full: bool) -> Column:
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
        _settled(_rung(case, option), criterion, anomalies) for case, options in criterion.ladders for option in options
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
                rung.case, rung.place, points, rung.choice, anomaly.suggested_min_for_stars or rung.min_for_stars
            )
    return rung


def _minimums(number: int, criterion: Criterion, rungs: tuple[Rung, ...]) -> tuple[Minimum, ...]:
    """One minimum per star level. A mark on the whole criterion stands for the lowest rung of a ladder worth points."""
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
    # Inside a ladder the rung numbers follow the printed order, so "this option or a later one" is a comparison.
    meets = tuple(index > 0 and index >= marked.get(rung.case, 0) for index, rung in enumerate(rungs))
    points = None if criterion.cases else rungs[marked[None]].points
    return Minimum(number, criterion.code, stars, marked, meets, points)


def _asked(number: int, criterion: Criterion, index: int, rungs: tuple[Rung, ...]) -> Minimum:
    case = rungs[index].case
    meets = tuple(other >= index > 0 and rung.case == case for other, rung in enumerate(rungs))
    return Minimum(number, criterion.code, 0, {case: index}, meets, None if criterion.cases else rungs[index].points)


def _excluded(rules: tuple[PlacedRule, ...], truth: Mapping[str, bool]) -> tuple[Exclusion, ...]:
    """Exclusions by facts, in printed order, each fact once."""
    found: dict[str, Exclusion] = {}
    for placed in rules:
        if placed.rule.type in EXCLUDING and placed.fact is not None and truth.get(placed.fact, False):
            found.setdefault(placed.fact, Exclusion(placed.fact, placed.printed_at, placed.rule.label))
    return tuple(found.values())


def _zero_scopes(rules: tuple[PlacedRule, ...], codes: tuple[str, ...]) -> tuple[ZeroScope, ...]:
    return tuple(
        ZeroScope(
            Exclusion(ZERO_POINTS, placed.printed_at, placed.rule.label),
            tuple(codes.index(code) for code in placed.criteria),
        )
        for placed in rules
        if placed.rule.type in EXCLUDING and placed.fact == ZERO_POINTS
    )


def _notes(
    regulation: Regulation,
    product_set: ProductSet,
    anomalies: tuple[Anomaly, ...],
    rules: tuple[PlacedRule, ...],
    truth: Mapping[str, bool],
) -> tuple[Label, ...]:
    """Sentences that every result under these conditions carries."""
    notes = [_decision_note(anomaly) for anomaly in anomalies]
    if regulation.minimums_by_hand is not None:
        notes.append(regulation.minimums_by_hand)
    named = {placed.fact for placed in rules} | {HAS_STORY, TESTING_NOT_MANDATORY}
    idle = sorted(name for name, holds in truth.items() if holds and name not in named)
    return (*notes, *(_idle_note(name, product_set) for name in idle))


def _decision_note(anomaly: Anomaly) -> Label:
    vi = f"Theo quyết định của cơ quan ({anomaly.id}), tiêu chí {anomaly.criterion} dùng giá trị đề xuất"
    en = f"By decision of the office ({anomaly.id}), criterion {anomaly.criterion} uses the suggested value"
    old, new = anomaly.used or anomaly.published, anomaly.suggested
    return Label(f"{vi} ({new}) thay cho bản in ({old}).", f"{en} ({new}) instead of the printed one ({old}).")


def _idle_note(fact: str, product_set: ProductSet) -> Label:
    return Label(
        f"Điều kiện {fact} không có trong phiếu của bộ sản phẩm {product_set.number}, nên không đổi kết quả.",
        f"The sheet of product set {product_set.number} says nothing about {fact}, so it changes nothing.",
    )
