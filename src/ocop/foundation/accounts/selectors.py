"""Reading people: who holds what, where, at a moment, and finding somebody by name."""

from __future__ import annotations

from django.db.models import QuerySet

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.standing import appointments_on, holds, in_force_at, offices_of, people_holding
from ocop.kernel.text import fold

__all__ = ["appointments_on", "find_people", "holds", "in_force_at", "offices_of", "people_holding"]


def find_people(text: str) -> QuerySet[Person]:
    """People whose name, sign-in name, e-mail or phone holds every word of the text, with or without diacritics."""
    people = Person.objects.all()
    for word in fold(text).split():
        people = people.filter(search_text__contains=word)
    return people
