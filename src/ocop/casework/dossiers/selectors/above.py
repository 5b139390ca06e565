"""What packages above tell of a dossier: why a council judged so, and where it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class Section:
    """A part of a dossier's page that a package above brings: its template, which gets it as `section`."""

    template: str


_reasons: list[Callable[[Dossier], Any]] = []
_sections: list[Callable[[Who, Dossier], Section | None]] = []
_ways_back: list[Callable[[Dossier], str]] = []


def register_why(why_of: Callable[[Dossier], Any]) -> None:
    """Lets a package above show on the page of a dossier why it came to its result."""
    _reasons.append(why_of)


def register_section(section_of: Callable[[Who, Dossier], Section | None]) -> None:
    """Lets a package above show a part of its own on the page of a dossier."""
    if section_of not in _sections:
        _sections.append(section_of)


def register_way_back(address_of: Callable[[Dossier], str]) -> None:
    """Lets a package above say where the producer takes back a dossier that lies before it."""
    _ways_back.append(address_of)


def why_of(dossier: Dossier) -> Any:
    """What the council said of the dossier; None while there is no result."""
    return next((found for ask in _reasons if (found := ask(dossier)) is not None), None)


def way_back(dossier: Dossier) -> str:
    """Where the producer takes the dossier back; empty where it lies before nobody."""
    return next((found for ask in _ways_back if (found := ask(dossier))), "")


def sections_of(who: Who, dossier: Dossier) -> list[Section]:
    """The parts of packages above, in the order in which these stand."""
    return [found for ask in _sections if (found := ask(who, dossier)) is not None]
