"""What the people of the journeys choose on a sheet, as the pages name it."""

from __future__ import annotations

from ocop.casework.dossiers.rules.answers import word
from ocop.kernel.law import load_regulations
from ocop.kernel.law.model import ProductSet
from ocop.outlets.demo.sheets import choices_for
from ocop.outlets.demo.stage import REGULATION


def product_set(number: int) -> ProductSet:
    """A set of the decree in force."""
    return load_regulations()[REGULATION].set(number)


def words(number: int, *, points: int, stars: int, turn: int = 0) -> dict[str, str]:
    """Criterion to the value of the card to pick:
    together about `points`, every minimum up to `stars` met.
    """
    found = product_set(number)
    chosen = choices_for(found, points=points, stars=stars, turn=turn)
    return {code: word(found.criteria[code], choice) for code, choice in chosen.items()}
