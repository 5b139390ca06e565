"""Which choices a criterion knows."""

from __future__ import annotations

from collections.abc import Mapping

from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice


def options(criterion: Criterion) -> dict[str, Choice]:
    """Every choice by the word that stands for it in a form:
    a place, a case with a place, yes and no, or none.
    """
    if criterion.is_boolean:
        return {"yes": True, "no": False}
    known: dict[str, Choice] = {}
    for case, ladder in criterion.ladders:
        for option in ladder:
            place: Choice = option.place if case is None else f"{case}.{option.place}"
            known[str(place)] = place
    return known | {NOTHING: None}


NOTHING = "none"
"""The word for "no option is reached": an answer, unlike an empty form."""


def word(criterion: Criterion, choice: Choice) -> str:
    """The word that stands for a choice; empty for one the criterion does not know."""
    same: Mapping[str, Choice] = options(criterion)
    return next((name for name, known in same.items() if known == choice and type(known) is type(choice)), "")


def is_known(criterion: Criterion, choice: Choice) -> bool:
    """Whether the criterion knows the choice; None is known everywhere, for nothing may be reached."""
    return choice is None or word(criterion, choice) != ""
