"""Rubrics that were made ready once and are used again: making one costs more than a hundred evaluations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ocop.kernel.law.model import Regulation
from ocop.kernel.scoring.conditions import known_facts
from ocop.kernel.scoring.rubric import Rubric, build_rubric

MOST_RUBRICS = 512
MOST_REGULATIONS = 32

Key = tuple[int, frozenset[tuple[str, bool]], frozenset[str]]


@dataclass
class _Shelf:
    """The rubrics of one regulation; holding the regulation keeps its id() its own."""

    regulation: Regulation
    facts: frozenset[str]
    rubrics: dict[Key, Rubric] = field(default_factory=dict)


_shelves: dict[int, _Shelf] = {}


def facts_known_to(regulation: Regulation) -> frozenset[str]:
    """The names of facts that may be passed in under a regulation."""
    return _shelf(regulation).facts


def rubric_for(
    regulation: Regulation, number: int, facts: Mapping[str, bool], settled: frozenset[str]
) -> Rubric:
    """The rubric of a set under these facts and settled doubts, made on first use."""
    rubrics = _shelf(regulation).rubrics
    key = number, frozenset(facts.items()), settled
    rubric = rubrics.get(key)
    if rubric is None:
        if len(rubrics) >= MOST_RUBRICS:
            rubrics.clear()
        rubric = rubrics[key] = build_rubric(regulation, regulation.sets[number], facts, settled)
    return rubric


def _shelf(regulation: Regulation) -> _Shelf:
    shelf = _shelves.get(id(regulation))
    if shelf is None:
        if len(_shelves) >= MOST_REGULATIONS:
            _shelves.clear()
        shelf = _shelves[id(regulation)] = _Shelf(regulation, known_facts(regulation))
    return shelf
