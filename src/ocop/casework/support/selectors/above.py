"""What packages above tell of an activity: a part of its page, and how many people learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ocop.casework.support.models import Activity
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class Section:
    """A part of an activity's page that a package above brings: its template."""

    template: str


_sections: list[Callable[[Who, Activity], Section | None]] = []
_people: list[Callable[[Activity], int]] = []


def register_section(section_of: Callable[[Who, Activity], Section | None]) -> None:
    """Lets a package above show a part of its own on the page of an activity."""
    if section_of not in _sections:
        _sections.append(section_of)


def register_people(people_of: Callable[[Activity], int]) -> None:
    """Lets a package above count who learned: some kinds have no result without."""
    if people_of not in _people:
        _people.append(people_of)


def sections_of(who: Who, activity: Activity) -> list[Section]:
    """The parts of packages above, in the order in which these stand."""
    return [found for ask in _sections if (found := ask(who, activity)) is not None]


def people_of(activity: Activity) -> int:
    """How many learned, a person and a day each."""
    return sum(ask(activity) for ask in _people)
