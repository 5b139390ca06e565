"""A rubric made ready for arithmetic: one regulation, one set, the facts and decisions of one case.

A sheet is then a row of rung numbers (see `columns`), and the arithmetic is on whole numbers only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from ocop.kernel.law.model import Anomaly, Criterion, Part, ProductSet, Regulation
from ocop.kernel.scoring.columns import Column, Minimum, column_of
from ocop.kernel.scoring.conditions import (
    APPLIES_IF,
    FULL_POINTS,
    HAS_STORY,
    TESTING_NOT_MANDATORY,
    PlacedRule,
    placed_rules,
    settled_anomalies,
)
from ocop.kernel.scoring.exclusions import Exclusion, ZeroScope, exclusions_by_fact, zero_scopes
from ocop.kernel.scoring.sheets import Choice
from ocop.kernel.text import Label


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
    """The rubric of a set under given facts and settled doubts.
    Facts and decisions must have been read before.
    """
    truth = {HAS_STORY: True, **facts}
    rules = tuple(placed_rules(product_set))
    off = _criteria_of(
        rules, lambda placed: placed.rule.type == APPLIES_IF and not truth.get(placed.fact or "", False)
    )
    full = _criteria_of(
        rules, lambda placed: placed.rule.type == FULL_POINTS and truth.get(placed.fact or "", False)
    )
    anomalies = settled_anomalies(regulation, product_set, settled)
    columns = tuple(
        column_of(
            number, criterion, anomalies, applies=criterion.code not in off, is_full=criterion.code in full
        )
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
        parts={
            part.value: tuple(n for n, c in enumerate(columns) if c.criterion.part is part) for part in Part
        },
        minimums=tuple(sorted(minimums, key=lambda minimum: (minimum.stars, minimum.column))),
        excluded=exclusions_by_fact(rules, truth),
        zero_scopes=zero_scopes(rules, codes),
        notes=_notes(regulation, product_set, anomalies, rules, truth),
    )


def _criteria_of(rules: tuple[PlacedRule, ...], is_wanted: Callable[[PlacedRule], bool]) -> frozenset[str]:
    return frozenset(code for placed in rules if is_wanted(placed) for code in placed.criteria)


def _picker(codes: tuple[str, ...]) -> Callable[[Mapping[str, Choice]], tuple[Choice, ...]]:
    if len(codes) > 1:
        return itemgetter(*codes)
    return lambda choices: tuple(choices[code] for code in codes)


def _notes(
    regulation: Regulation,
    product_set: ProductSet,
    anomalies: tuple[Anomaly, ...],
    rules: tuple[PlacedRule, ...],
    truth: Mapping[str, bool],
) -> tuple[Label, ...]:
    """Sentences that every result under these conditions carries."""
    notes = [_decision_note(anomaly, product_set.criteria[anomaly.criterion or ""]) for anomaly in anomalies]
    if regulation.minimums_by_hand is not None:
        notes.append(regulation.minimums_by_hand)
    named = {placed.fact for placed in rules} | {HAS_STORY, TESTING_NOT_MANDATORY}
    idle = sorted(name for name, holds in truth.items() if holds and name not in named)
    return (*notes, *(_idle_note(name, product_set) for name in idle))


def _decision_note(anomaly: Anomaly, criterion: Criterion) -> Label:
    vi = f"Theo quyết định của cơ quan ({anomaly.id}): tiêu chí {criterion.code}, mức {anomaly.option_place}"
    en = (
        f"By decision of the office ({anomaly.id}): criterion {criterion.code}, option {anomaly.option_place}"
    )
    printed = next(
        option for _, ladder in criterion.ladders for option in ladder if option.place == anomaly.option_place
    )
    if anomaly.suggested_points is not None:
        vi += f" được {anomaly.suggested_points} điểm, bản in ghi {printed.points}"
        en += f" gives {anomaly.suggested_points} points, {printed.points} is printed"
    if anomaly.suggested_min_for_stars is not None:
        vi += f" là yêu cầu tối thiểu của hạng {anomaly.suggested_min_for_stars} sao, bản in không có"
        en += f" is a minimum for {anomaly.suggested_min_for_stars} stars, which is not printed"
    return Label(f"{vi}.", f"{en}.")


def _idle_note(fact: str, product_set: ProductSet) -> Label:
    return Label(
        f"Điều kiện {fact} không có trong phiếu của bộ sản phẩm {product_set.number}, nên không đổi kết quả.",
        f"The sheet of product set {product_set.number} says nothing about {fact}, so it changes nothing.",
    )
