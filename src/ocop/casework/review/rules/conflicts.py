"""Hints of a conflict of interest: never a verdict, always a question to the member (T-04)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Hint(StrEnum):
    """Why the application asks a member to look twice."""

    ACTS_FOR_PRODUCER = "acts_for_producer"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_NAME = "same_name"


@dataclass(frozen=True)
class Contact:
    """What is known of a person or of a producer's side: bare values, empty where unknown."""

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def hints(member: Contact, producer: Contact, *, acts_for_producer: bool) -> list[Hint]:
    """What member and producer have in common. Values are compared as given: fold them before."""
    found = [Hint.ACTS_FOR_PRODUCER] if acts_for_producer else []
    shared = [
        (Hint.SAME_PHONE, member.phones & producer.phones),
        (Hint.SAME_EMAIL, member.emails & producer.emails),
        (Hint.SAME_NAME, member.names & producer.names),
    ]
    return found + [hint for hint, common in shared if common - {""}]
