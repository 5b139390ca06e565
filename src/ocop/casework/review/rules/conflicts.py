"""Hints of a conflict of interest: never a verdict, always a question to the member (T-04)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Hint(StrEnum):
    """Why the application asks a member to look twice."""

    ACTS_FOR_PRODUCER = "acts_for_producer"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_NAME = "same_name"
    SAME_TAX_CODE = "same_tax_code"
    SAME_CONSULTANT = "same_consultant"
    SAME_COMMUNE_AND_SURNAME = "same_commune_and_surname"
    WROTE_DOSSIER = "wrote_dossier"


@dataclass(frozen=True)
class Contact:
    """What is known of a person or of a producer's side: bare values, empty where unknown."""

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    tax_codes: frozenset[str] = frozenset()
    consultants: frozenset[int] = frozenset()
    communes: frozenset[int] = frozenset()

    @property
    def surnames(self) -> frozenset[str]:
        """The first word of every name: the family's, in Vietnamese."""
        return frozenset(name.split()[0] for name in self.names if name.split())


def hints(member: Contact, producer: Contact, *, acts_for_producer: bool) -> list[Hint]:
    """What member and producer have in common. Values are compared as given: fold them before."""
    found = [Hint.ACTS_FOR_PRODUCER] if acts_for_producer else []
    shared: list[tuple[Hint, frozenset[Any]]] = [
        (Hint.SAME_PHONE, member.phones & producer.phones),
        (Hint.SAME_EMAIL, member.emails & producer.emails),
        (Hint.SAME_NAME, member.names & producer.names),
        (Hint.SAME_TAX_CODE, member.tax_codes & producer.tax_codes),
        (Hint.SAME_CONSULTANT, member.consultants & producer.consultants),
    ]
    if member.communes & producer.communes:
        shared.append((Hint.SAME_COMMUNE_AND_SURNAME, member.surnames & producer.surnames))
    return found + [hint for hint, common in shared if common - {""}]
