"""A practised score: the rubric for the live view, the sheet as it is asked, the result in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from ocop.kernel.law import Criterion, Regulation
from ocop.kernel.law.model import EXCLUDING
from ocop.kernel.scoring import Choice, NextStar, Result
from ocop.kernel.scoring.columns import Column
from ocop.kernel.scoring.conditions import APPLIES_IF, FULL_POINTS, ZERO_POINTS, placed_rules
from ocop.kernel.scoring.rubric import Rubric
from ocop.kernel.scoring.shelf import rubric_for
from ocop.kernel.text import Label
from ocop.registers.regulations.labels import WORDS
from ocop.registers.regulations.rules import tokens


@dataclass(frozen=True)
class Answer:
    """One choice of a criterion on the page."""

    token: str
    label: str
    points: int
    min_for_stars: int | None


@dataclass(frozen=True)
class Light:
    """What one star level still asks."""

    stars: int
    is_reached: bool
    text: str


@dataclass(frozen=True)
class Outcome:
    """A result in sentences. `steps`: single raises that reach the next star, cheapest first.
    `reasons`: exclusions.
    """

    total: str
    parts: Mapping[str, str]
    headline: str
    stars: int | None
    lights: tuple[Light, ...]
    next_title: str
    gaps: tuple[str, ...]
    steps: tuple[str, ...]
    reasons: tuple[Label, ...]
    notes: tuple[Label, ...]


def practice_rubric(regulation: Regulation, number: int, settled: frozenset[str] = frozenset()) -> Rubric:
    """The rubric of a set under the doubts that the office has settled, all its criteria in force."""
    return rubric_for(regulation, number, {}, settled)


def practice_data(rubric: Rubric) -> dict[str, Any]:
    """Bands, criteria and conditions for `practice.js`.

    A criterion has its tokens and points by rung (rung 0 is nothing ticked), its marks as [stars, rung by
    case], and the condition that sets it aside (`off`) or gives full points (`full`). `zero`: the criteria in
    which 0 points stop.
    """
    rules = tuple(placed_rules(rubric.product_set))
    off, full = (
        {code: placed.fact for placed in rules if placed.rule.type == kind for code in placed.criteria}
        for kind in (APPLIES_IF, FULL_POINTS)
    )
    excluding = [
        placed.fact for placed in rules if placed.rule.type in EXCLUDING and placed.fact != ZERO_POINTS
    ]
    return {
        "bands": [[band.stars, band.min] for band in rubric.regulation.star_bands],
        "criteria": [_criterion(one, off, full) for one in rubric.columns],
        "excluding": list(dict.fromkeys(excluding)),
        "zero": [list(scope.columns) for scope in rubric.zero_scopes],
    }


def _criterion(
    column: Column, off: Mapping[str, str | None], full: Mapping[str, str | None]
) -> dict[str, Any]:
    criterion = column.criterion
    marks = [[m.stars, {case or "": rung for case, rung in m.marked.items()}] for m in column.minimums]
    optional = {"marks": marks, "off": off.get(criterion.code), "full": full.get(criterion.code)}
    return {
        "code": criterion.code,
        "part": criterion.part.value,
        "tokens": list(tokens(criterion)),
        "points": list(column.points),
        **{name: value for name, value in optional.items() if value},
    }


def answers(rubric: Rubric) -> dict[str, list[tuple[str, list[Answer]]]]:
    """By criterion, the choices to tick in groups (the cases, or one without a name).

    "Nothing reached" is offered where the lowest option is worth points, since it is another choice there.
    """
    return {column.criterion.code: list(_groups(column)) for column in rubric.columns}


def _groups(column: Column) -> Iterator[tuple[str, list[Answer]]]:
    criterion = column.criterion
    written = list(tokens(criterion))
    if criterion.is_boolean:
        yes, no = Answer("y", str(WORDS["yes"]), criterion.max, None), Answer("n", str(WORDS["no"]), 0, None)
        yield "", [no, yes]
        return
    if 0 not in column.points[1:]:
        yield "", [Answer("0", str(WORDS["nothing"]), 0, None)]
    rungs = iter(list(zip(written, column.rungs, strict=True))[1:])
    cases = criterion.cases or (None,)
    for case, (_, options) in zip(cases, criterion.ladders, strict=True):
        rows = [(option, *next(rungs)) for option in options]
        yield (
            _words(case.label) if case else "",
            [
                Answer(token, _words(option.label), rung.points, rung.min_for_stars)
                for option, token, rung in rows
            ],
        )


def outcome(rubric: Rubric, result: Result) -> Outcome:
    """A result of `partial` in sentences; they are the ones that `practice.js` writes."""
    way = result.next_step
    return Outcome(
        total=str(result.total),
        parts={code: str(points) for code, points in result.parts.items()},
        headline=_headline(result),
        stars=result.stars,
        lights=tuple(_lights(result)),
        next_title=_say("next", star=way.stars) if way else "",
        gaps=tuple(_gaps(way)) if way else (str(WORDS["highest"]),) if result.stars else (),
        steps=tuple(_steps(rubric, way)) if way else (),
        reasons=tuple(exclusion.label for exclusion in result.excluded),
        notes=result.notes,
    )


def _headline(result: Result) -> str:
    if result.excluded:
        return str(WORDS["excluded"])
    if result.missing:
        return _say("unfinished", n=len(result.missing))
    return _say("result", star=result.stars)


def _lights(result: Result) -> Iterator[Light]:
    for level in result.levels:
        short = level.points_needed - (result.total or 0)
        points = str(WORDS["points_ok"]) if level.points_reached else _say("points_short", n=short)
        needs = (
            _say("needs_short", n=len(level.unmet), codes=", ".join(level.unmet))
            if level.unmet
            else str(WORDS["needs_ok"])
        )
        yield Light(
            level.stars, level.is_reached, _say("light", star=level.stars, points=points, needs=needs)
        )


def _gaps(way: NextStar) -> Iterator[str]:
    if way.missing_points:
        yield _say("gap_points", n=way.missing_points)
    if way.missing_minimums:
        yield _say("gap_needs", codes=", ".join(way.missing_minimums))
    yield str(WORDS["one_step"] if way.steps else WORDS["many_steps"])


def _steps(rubric: Rubric, way: NextStar) -> Iterator[str]:
    for step in way.steps:
        criterion = rubric.product_set.criteria[step.criterion]
        option = _option(criterion, step.to)
        yield _say("step", code=criterion.code, name=_words(criterion.label), option=option, n=step.points)


def _option(criterion: Criterion, choice: Choice) -> str:
    if criterion.is_boolean:
        return str(WORDS["yes"])
    for case, options in criterion.ladders:
        for option in options:
            if choice in (option.place if case is None else None, f"{case}.{option.place}"):
                return _words(option.label)
    raise LookupError(choice)


def _words(label: Label) -> str:
    return label.text(get_language() or "vi")


def _say(key: str, **values: object) -> str:
    return str(WORDS[key]).format_map(values)
