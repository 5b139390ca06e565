"""What was made of an idea: the package of dossiers knows, and tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ocop.casework.ideas.models import Idea


class Made(NamedTuple):
    """A dossier that was made of an idea: the name of its product, and where it is."""

    product: str
    url: str


# packages above say what was made of an idea
_makers: list[Callable[[Idea], Made | None]] = []


def register_made(made_of: Callable[[Idea], Made | None]) -> None:
    """Lets a package above show on the page of an idea what was made of it."""
    _makers.append(made_of)


def made_of(idea: Idea) -> Made | None:
    """What was made of the idea; None while there is nothing."""
    return next((found for ask in _makers if (found := ask(idea))), None)
