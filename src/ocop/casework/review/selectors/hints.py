"""Hints of a conflict of interest between the members of a council and the producers on an agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ocop.casework.review.models import AgendaItem, Seat
from ocop.casework.review.rules.conflicts import Contact, Hint, hints
from ocop.foundation.accounts.rules import phone_number
from ocop.kernel.text import fold
from ocop.registers.producers.models import Representation, Representative


def hints_for(seat: Seat, items: Iterable[AgendaItem], at: datetime) -> dict[int, list[Hint]]:
    """By product, what the member and the producer's side have in common.
    Four queries, whatever the number.
    """
    items = list(items)
    producers = {item.dossier.product.producer_id: item.dossier.product.producer for item in items}
    acting: dict[int, list[Representation]] = {}
    for row in Representation.objects.filter(producer__in=producers).select_related("person"):
        acting.setdefault(row.producer_id, []).append(row)
    names = dict(Representative.objects.filter(producer__in=producers).values_list("producer", "full_name"))
    member = _contact([seat.person.phone], [seat.person.email], [seat.person.full_name])
    found: dict[int, list[Hint]] = {}
    for item in items:
        producer, dossier = item.dossier.product.producer, item.dossier
        rows = acting.get(producer.pk, [])
        side = _contact(
            [producer.phone, dossier.contact_phone, *(row.person.phone for row in rows)],
            [producer.email, dossier.contact_email, *(row.person.email for row in rows)],
            [names.get(producer.pk, ""), dossier.contact_name, *(row.person.full_name for row in rows)],
        )
        found[item.pk] = hints(
            member, side, acts_for_producer=any(r.person_id == seat.person_id for r in rows)
        )
    return found


def _contact(phones: Iterable[str], emails: Iterable[str], names: Iterable[str]) -> Contact:
    """Values in one spelling: numbers without marks, small letters, names without diacritics."""
    return Contact(
        frozenset(phone_number(phone) for phone in phones),
        frozenset(email.strip().lower() for email in emails),
        frozenset(fold(name) for name in names),
    )
