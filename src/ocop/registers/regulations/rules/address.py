"""A practised sheet as an address: choices and conditions, short enough to send to somebody. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ocop.kernel.law import Criterion, ProductSet
from ocop.kernel.law.model import EXCLUDING
from ocop.kernel.scoring import Choice
from ocop.kernel.scoring.conditions import APPLIES_IF, FULL_POINTS, HAS_STORY, ZERO_POINTS, placed_rules
from ocop.kernel.text import Label

SEPARATOR = "-"


@dataclass(frozen=True)
class Condition:
    """Something besides the choices that changes a result of this set, and the wording of its rule."""

    fact: str
    type: str
    label: Label


def conditions(product_set: ProductSet) -> list[Condition]:
    """Every condition of a set in printed order, forgery always;
    0 points are found in the choices themselves.
    """
    found: dict[str, Condition] = {}
    for placed in placed_rules(product_set):
        if (
            placed.fact
            and placed.fact != ZERO_POINTS
            and placed.rule.type in (*EXCLUDING, APPLIES_IF, FULL_POINTS)
        ):
            found.setdefault(placed.fact, Condition(placed.fact, placed.rule.type, placed.rule.label))
    return list(found.values())


def tokens(criterion: Criterion) -> dict[str, Choice]:
    """How an address writes each choice of a criterion:
    0 nothing ticked, 2 option 2, b2 option 2 of case b, y, n.
    """
    if criterion.is_boolean:
        return {"n": False, "y": True}
    written: dict[str, Choice] = {"0": None}
    for case, options in criterion.ladders:
        for option in options:
            if case is None:
                written[str(option.place)] = option.place
            else:
                written[f"{case}{option.place}"] = f"{case}.{option.place}"
    return written


def token_of(criterion: Criterion, choice: Choice) -> str:
    """The token of a choice that this criterion has."""
    return next(t for t, c in tokens(criterion).items() if c == choice and type(c) is type(choice))


def pack(product_set: ProductSet, choices: Mapping[str, Choice]) -> str:
    """All choices in printed order in one word; what is not answered is left empty."""
    words = [
        token_of(criterion, choices[code]) if code in choices else ""
        for code, criterion in product_set.criteria.items()
    ]
    return SEPARATOR.join(words).rstrip(SEPARATOR)


def unpack(product_set: ProductSet, word: str) -> dict[str, Choice]:
    """The choices that a word holds; what cannot be read is left unanswered."""
    given = dict(zip(product_set.criteria, word.split(SEPARATOR), strict=False))
    return read_tokens(product_set, given)


def read_tokens(product_set: ProductSet, given: Mapping[str, str]) -> dict[str, Choice]:
    """The choices among written tokens by criterion; what this set does not know is left out."""
    found: dict[str, Choice] = {}
    for code, criterion in product_set.criteria.items():
        known = tokens(criterion)
        if given.get(code) in known:
            found[code] = known[given[code]]
    return found


def read_facts(product_set: ProductSet, ticked: Iterable[str]) -> dict[str, bool]:
    """Facts from ticked conditions. Every one is a "yes",
    except that the tick beside the story says there is none.
    """
    wanted: Collection[str] = set(ticked)
    return {c.fact: c.fact != HAS_STORY for c in conditions(product_set) if c.fact in wanted}
