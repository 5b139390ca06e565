"""Who asks: a person at a moment, and what is known about them.

A question about a person (appointments, seats, conflicts, whom they act for) is put to the database once a
request, however often it is asked. The answers hang on the person object that the middleware hands out, so
they end with the request; an act called from a command or a test has its own. They hold periods: whether
one is in force is decided anew at every moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places.selectors import reaching

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ocop.foundation.places.models import Place

Answer = TypeVar("Answer")


class Who:
    """A person (or nobody, who is not signed in) at a moment."""

    def __init__(self, person: Person | AnonymousUser, at: datetime) -> None:
        self.person, self.at = person, at
        known = getattr(person, "known", None)
        self._known: dict[Any, Any] = {} if known is None else known

    def once(self, question: Callable[[Person], Answer]) -> Answer:
        """The answer to a module-level function of the person; each is asked once.

        Nobody is asked about somebody who has not signed in: see `is_somebody`.
        """
        if question not in self._known:
            self._known[question] = question(self.person)  # type: ignore[arg-type]  # the caller asked is_somebody
        return self._known[question]

    def together(
        self, questions: Sequence[Callable[[Person], Any]], ask: Callable[[Person], Sequence[Any]]
    ) -> None:
        """Learns the answers to several questions by one call of `ask`, in the same order, where something
        needs them all and none is known yet.
        """
        if self.is_somebody and self._known.keys().isdisjoint(questions):
            self._known.update(zip(questions, ask(self.person), strict=True))  # type: ignore[arg-type]

    @property
    def is_somebody(self) -> bool:
        """Whether this is a person, and not just anyone who looks at a public page."""
        return isinstance(self.person, Person)

    @property
    def is_active(self) -> bool:
        """Whether this is somebody whose account is open."""
        return isinstance(self.person, Person) and self.person.is_active

    @property
    def appointments(self) -> list[Appointment]:
        """The appointments in force at this moment; none for somebody deactivated or not signed in."""
        return (
            [row for row in self.once(appointments_of) if row.is_in_force(self.at)] if self.is_active else []
        )

    @property
    def offices(self) -> list[Office]:
        """The offices the person works in at this moment, each once."""
        return list({row.office_id: row.office for row in self.appointments}.values())

    def holds(self, role: Role | str, place: Place | None = None, level: Level | None = None) -> bool:
        """Whether the person holds the role; with a place, whether that role reaches the place.

        With a level, only offices of that level count. A role in an office reaches its own place, everything
        inside it, and what has become part of either since; a role in the ministry reaches the whole country.
        """
        offices = [
            row.office for row in self.appointments if row.role == role and level in {None, row.office.level}
        ]
        if place is None or not offices:
            return bool(offices)
        reached = reaching(place, timezone.localdate(self.at))
        return any(office.level == Level.MINISTRY or office.place_id in reached for office in offices)

    def holds_any(self, *roles: Role, place: Place | None = None) -> bool:
        """Whether the person holds one of the roles."""
        return any(self.holds(role, place) for role in roles)


def who_is(person: Person | AnonymousUser, at: datetime) -> Who:
    """The person at a moment; within a request every such value shares what is known."""
    return Who(person, at)


def forget(person: Person, *questions: Callable[[Person], Any]) -> None:
    """After an act has changed what is known about the person; everything, where no question is named."""
    known = {} if person.known is None else person.known
    for question in questions or list(known):
        known.pop(question, None)


def appointments_of(person: Person) -> list[Appointment]:
    """Every appointment of the person, past and future ones too."""
    return list(person.appointments.select_related("office__place__parent"))
