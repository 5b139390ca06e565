"""Reminders: once a day one message to each person,
with everything of theirs that comes near or was just missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.states import OPEN
from ocop.casework.review.models import Seat
from ocop.foundation.accounts.appointments import appointments_on, people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.recording import recorded
from ocop.foundation.notifications.actions import claim_days, tell
from ocop.foundation.places.models import Place
from ocop.foundation.ui.templatetags.ui import days_left, ngay
from ocop.kernel.calendar import renewal_window
from ocop.outlets.reports.calendar import events
from ocop.outlets.reports.permissions import commune_of
from ocop.outlets.reports.rules.reminding import (
    COMMUNE,
    MEMBER,
    MOST_DAYS,
    PROVINCE,
    SECRETARY,
    is_due,
    term_days,
    together,
)
from ocop.outlets.reports.selectors import extent_of, held
from ocop.registers.producers.models import Representation
from ocop.registers.programme.selectors import current

ROLES = {Role.PROVINCE_OFFICER: PROVINCE, Role.SECRETARY: SECRETARY, Role.COMMUNE_OFFICER: COMMUNE}


@recorded
def remind(*, at: datetime) -> int:
    """How many people were told. A second run on a day tells nobody; days without a run are made up for."""
    programme, today = current(), timezone.localdate(at)
    if programme is None:
        return 0
    days = claim_days("reports.reminders", today=today, most=MOST_DAYS)
    if not days:
        return 0
    told = [_to_office(person, programme.province, days, at) for person in _people(at)]
    return sum(told) + _to_producers(programme.province, days, at)


def _people(at: datetime) -> list[Person]:
    """Officers, secretaries and members of councils, each once."""
    in_force = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    seats = Seat.objects.filter(in_force, starts_at__lte=at, person__is_active=True)
    found = {person.pk: person for role in ROLES for person in people_holding(role, at)}
    found |= {seat.person_id: seat.person for seat in seats.select_related("person")}
    return [found[key] for key in sorted(found)]


def _to_office(person: Person, province: Place, days: list[date], at: datetime) -> int:
    with translation.override(person.language):
        lines = list(_lines(person, province, days, at))
    return _tell(person, lines, reverse("portal:home"), at)


def _lines(person: Person, province: Place, days: list[date], at: datetime) -> Iterator[str]:
    """What the person's roles are reminded of;
    a task only in the office that has to do it, and by the province.
    """
    roles = appointments_on(person, at)
    wanted = together([MEMBER, *(ROLES[Role(one.role)] for one in roles if one.role in ROLES)])
    offices = {one.office_id for one in roles}
    is_province = any(one.role == Role.PROVINCE_OFFICER for one in roles)
    today = timezone.localdate(at)
    far = max(number for before in wanted.values() for number in before)
    extent = extent_of(commune_of(person, at) or province, today.year, today)
    for one in events(
        days[0] - timedelta(days=1), today + timedelta(days=far), extent=extent, person=person, at=at
    ):
        is_own = one.sort != "task" or is_province or one.office_id in offices
        if is_own and not one.is_done and is_due(wanted.get(one.sort, ()), one.on, days):
            yield _line(one.on, today, f"{one.title} – {one.detail}" if one.detail else one.title)


def _to_producers(province: Place, days: list[date], at: datetime) -> int:
    """Ends of certificates, to the people who act for the producer, unless a renewal was filed already; one
    that is still written does not count.
    """
    today = timezone.localdate(at)
    filed = Dossier.objects.filter(kind=DossierKind.RENEWAL, state__in=OPEN, submitted_at__isnull=False)
    under_way = filed.values("product")
    running = held(extent_of(province, today.year, today)).filter(expires_on__gte=days[0])
    ends = set(running.order_by().values_list("expires_on", flat=True).distinct())
    due = [end for end in ends if not term_days(*renewal_window(end)).isdisjoint(days)]
    ending = running.filter(expires_on__in=due).exclude(product__in=under_way)
    found: dict[int, list[Any]] = {}
    for recognition in ending.order_by("expires_on", "pk"):
        found.setdefault(recognition.product.producer_id, []).append(recognition)
    acting = Representation.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)
    told: dict[int, tuple[Person, list[Any]]] = {}
    for one in (
        acting.filter(producer__in=found, person__is_active=True).select_related("person").order_by("pk")
    ):
        told.setdefault(one.person_id, (one.person, []))[1].extend(found[one.producer_id])
    return sum(_to_producer(person, rows, today, at) for person, rows in told.values())


def _to_producer(person: Person, rows: Collection[Any], today: date, at: datetime) -> int:
    with translation.override(person.language):
        lines = [_line(row.expires_on, today, _term(row)) for row in rows]
    return _tell(person, lines, reverse("products:own"), at)


def _term(recognition: Any) -> str:
    opens, closes = renewal_window(recognition.expires_on)
    words = _("%(product)s hết hạn giấy chứng nhận. Nộp hồ sơ đánh giá lại từ %(opens)s đến %(closes)s.")
    return words % {"product": recognition.product.name, "opens": ngay(opens), "closes": ngay(closes)}


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
