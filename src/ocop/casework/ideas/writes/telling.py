"""Telling who has an idea, and who decides on it."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import level_at
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import in_force_at, people_holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.refusals import Text
from ocop.registers.producers.selectors import people_of


def deciders(idea: Idea, at: datetime) -> list[Person]:
    """The officers of the level that decides now."""
    at_level = in_force_at(at).filter(role=Role.COMMUNE_OFFICER, office__level=level_at(at))
    people = people_holding(Role.COMMUNE_OFFICER, at, place=idea.place)
    return list(people.filter(pk__in=at_level.values("person")))


def tell_deciders(idea: Idea, kind: str, subject: Text, body: Text, *, at: datetime) -> None:
    """The office that decides on the idea."""
    tell(
        deciders(idea, at), kind=f"ideas.{kind}",
        subject=subject, body=body, url=idea.get_absolute_url(), at=at,
    )  # fmt: skip


def tell_owners(idea: Idea, kind: str, subject: Text, body: Text, *, at: datetime) -> None:
    """Who wrote the idea down, and the producer's people."""
    people = [idea.created_by, *(people_of(idea.producer, at) if idea.producer else [])]
    tell(people, kind=f"ideas.{kind}", subject=subject, body=body, url=idea.get_absolute_url(), at=at)
