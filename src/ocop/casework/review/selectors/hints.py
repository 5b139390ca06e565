"""Hints of a conflict of interest between the members of a council and the producers on an agenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ocop.casework.review.models import AgendaItem, Seat
from ocop.casework.review.rules.conflicts import Contact, Hint, hints
from ocop.foundation.accounts.models import Appointment, Person
from ocop.foundation.accounts.rules import phone_number
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer, Representation, Representative


@dataclass(frozen=True)
class _Sides:
    """What was read about the producers of an agenda and about those of the member."""

    acting: dict[int, list[Representation]]
    names: dict[int, str]

    def side_of(self, item: AgendaItem) -> Contact:
        """The producer's side: the register, who acts for it, who is named in the dossier."""
        producer, dossier = item.dossier.product.producer, item.dossier
        rows = self.acting.get(producer.pk, [])
        return Contact(
            phones=_numbers([producer.phone, dossier.contact_phone, *(row.person.phone for row in rows)]),
            emails=_small([producer.email, dossier.contact_email, *(row.person.email for row in rows)]),
            names=_folded([
                self.names.get(producer.pk, ""), dossier.contact_name, *(row.person.full_name for row in rows)
            ]),
            tax_codes=_codes([producer.registration_no]),
            consultants=frozenset(row.person_id for row in rows),
            communes=_known({producer.commune_id, dossier.commune_id}),
        )  # fmt: skip


def hints_for(seat: Seat, items: Iterable[AgendaItem], at: datetime) -> dict[int, list[Hint]]:
    """By product, what the member and the producer's side have in common.
    Five queries, whatever the number.
    """
    items = list(items)
    producers = {item.dossier.product.producer_id for item in items}
    own = list(Representation.objects.filter(person=seat.person_id).select_related("producer"))
    wanted = producers | {row.producer_id for row in own}
    acting: dict[int, list[Representation]] = {}
    for row in Representation.objects.filter(producer__in=wanted).select_related("person"):
        acting.setdefault(row.producer_id, []).append(row)
    names = dict(Representative.objects.filter(producer__in=producers).values_list("producer", "full_name"))
    known = _Sides(acting, names)
    member = _member(seat.person, [row.producer for row in own], known)
    mine = {row.producer_id for row in own}
    found = {}
    for item in items:
        is_own = item.dossier.product.producer_id in mine
        common = hints(member, known.side_of(item), acts_for_producer=is_own)
        wrote = item.dossier.created_by_id == seat.person_id
        found[item.pk] = [*common, *([Hint.WROTE_DOSSIER] if wrote else [])]
    return found


def _member(person: Person, own: list[Producer], known: _Sides) -> Contact:
    """The member: contacts, the producers acted for with their other people, the communes of both."""
    offices = Appointment.objects.filter(person=person, office__place__isnull=False)
    communes = set(offices.values_list("office__place", flat=True)) | {one.commune_id for one in own}
    beside = {row.person_id for one in own for row in known.acting.get(one.pk, [])}
    return Contact(
        phones=_numbers([person.phone]),
        emails=_small([person.email]),
        names=_folded([person.full_name]),
        tax_codes=_codes(one.registration_no for one in own),
        consultants=frozenset(beside - {person.pk}),
        communes=_known(communes),
    )


def _numbers(phones: Iterable[str]) -> frozenset[str]:
    return frozenset(phone_number(phone) for phone in phones)


def _small(emails: Iterable[str]) -> frozenset[str]:
    return frozenset(email.strip().lower() for email in emails)


def _folded(names: Iterable[str]) -> frozenset[str]:
    """Names without diacritics."""
    return frozenset(fold(name) for name in names)


def _codes(numbers: Iterable[str]) -> frozenset[str]:
    """Tax codes and registration numbers by their digits and letters alone."""
    return frozenset("".join(c for c in number.upper() if c.isalnum()) for number in numbers)


def _known(places: Iterable[int | None]) -> frozenset[int]:
    return frozenset(place for place in places if place is not None)
