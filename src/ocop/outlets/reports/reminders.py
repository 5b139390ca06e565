"""Reminders: once a day one message to each person,
with everything of theirs that comes near or was just missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from ocop.casework.inspections.selectors.desks import open_demands, open_orders
from ocop.casework.review.models import Seat
from ocop.foundation.accounts.appointments import appointments_on, people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.recording import recorded
from ocop.foundation.notifications.actions import claim_days, tell
from ocop.foundation.places.models import Place
from ocop.foundation.ui.templatetags.ui import days_left, ngay
from ocop.outlets.reports.calendar import events
from ocop.outlets.reports.permissions import commune_of
from ocop.outlets.reports.rules.reminding import (
    COMMUNE,
    MEMBER,
    MOST_DAYS,
    PRODUCER,
    PROVINCE,
    SECRETARY,
    SIGNER,
    is_due,
    together,
)
from ocop.outlets.reports.selectors import extent_of
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.producers.selectors import people_of
from ocop.registers.programme.selectors import current

ROLES = {
    Role.PROVINCE_OFFICER: PROVINCE,
    Role.SECRETARY: SECRETARY,
    Role.COMMUNE_OFFICER: COMMUNE,
    Role.SIGNER: SIGNER,
}


@recorded
def remind(*, at: datetime) -> int:
    """How many people were told. A second run on a day tells nobody; days without a run are made up for."""
    programme, today = current(), timezone.localdate(at)
    if programme is None:
        return 0
    days = claim_days("reports.reminders", today=today, most=MOST_DAYS)
    if not days:
        return 0
    told = [_to_office(person, programme.province, days, at) for person in _people(days, at)]
    return sum(told)


def _people(days: list[date], at: datetime) -> list[Person]:
    """Officers, secretaries, signers, members of councils, and who acts for a producer with something to put
    right; each once.
    """
    in_force = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    seats = Seat.objects.filter(in_force, starts_at__lte=at, person__is_active=True)
    found = {person.pk: person for role in ROLES for person in people_holding(role, at)}
    found |= {seat.person_id: seat.person for seat in seats.select_related("person")}
    found |= {person.pk: person for person in _with_orders(days, at)}
    return [found[key] for key in sorted(found)]


def _with_orders(days: list[date], at: datetime) -> list[Person]:
    """Who acts for producers who have to put something right in these days, or had to."""
    first, last = _reach([PRODUCER], days)
    orders, demands = (rows(first, last).values("producer") for rows in (open_orders, open_demands))
    found = Producer.objects.filter(Q(pk__in=orders) | Q(pk__in=demands))
    return [person for producer in found for person in people_of(producer, at)]


def _reach(schedules: Iterable[Mapping[str, Collection[int]]], days: list[date]) -> tuple[date, date]:
    """The first and the last event of which these days may have to remind."""
    before = {number for schedule in schedules for numbers in schedule.values() for number in numbers}
    return days[0] + timedelta(days=min(before)), days[-1] + timedelta(days=max(before))


def _to_office(person: Person, province: Place, days: list[date], at: datetime) -> int:
    with translation.override(person.language):
        lines = list(_lines(person, province, days, at))
    return _tell(person, lines, reverse("portal:home"), at)


def _lines(person: Person, province: Place, days: list[date], at: datetime) -> Iterator[str]:
    """What the person's roles are reminded of;
    a task only in the office that has to do it, and by the province.
    """
    roles = appointments_on(person, at)
    own = [PRODUCER] if producers_acted_for(who_is(person, at)) else []
    wanted = together([MEMBER, *own, *(ROLES[Role(one.role)] for one in roles if one.role in ROLES)])
    offices = {one.office_id for one in roles}
    is_province = any(one.role == Role.PROVINCE_OFFICER for one in roles)
    today = timezone.localdate(at)
    extent = extent_of(commune_of(person, at) or province, today.year, today)
    for one in events(*_reach([wanted], days), extent=extent, person=person, at=at):
        is_own = one.sort != "task" or is_province or one.office_id in offices
        if is_own and not one.is_done and is_due(wanted.get(one.sort, ()), one.on, days):
            yield _line(one.on, today, f"{one.title} – {one.detail}" if one.detail else one.title)


def _line(on: date, today: date, text: str) -> str:
    return f"{ngay(on)} ({days_left(on, today)}): {text}"


def _tell(person: Person, lines: list[str], url: str, at: datetime) -> int:
    if not lines:
        return 0
    with translation.override(person.language):
        subject = ngettext("Nhắc việc: %(count)s việc", "Nhắc việc: %(count)s việc", len(lines)) % {
            "count": len(lines)
        }
    tell([person], kind="reports.reminder", subject=subject, body="\n".join(lines), url=url, at=at)
    return 1
