"""Who somebody is for a council, a meeting or a product, at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from ocop.casework.review.models import AgendaItem, Attendance, Council, Declaration, Meeting, Seat
from ocop.casework.review.rules import PRESIDING_FUNCTIONS, SCORING_FUNCTIONS, Function
from ocop.foundation.accounts.appointments import holds
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role, in_force
from ocop.foundation.accounts.who import Who, who_is


def seats_held(at: datetime) -> QuerySet[Seat]:
    """Every seat that is held at this moment."""
    return Seat.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


def seat_of(person: Any, council: Council | int, at: datetime) -> Seat | None:
    """The person's seat on a council; None for a stranger, somebody deactivated, or a period that ended."""
    council_id = council if isinstance(council, int) else council.pk
    seats = (seat for seat in seats_of(who_is(person, at)) if seat.council_id == council_id)
    return next(seats, None)


def seats_of(who: Who) -> list[Seat]:
    """The seats that the person holds at this moment, on any council."""
    rows = who.once(every_seat_of) if who.is_active else []
    return [seat for seat in rows if in_force(seat.starts_at, seat.ends_at, who.at)]


def every_seat_of(person: Person) -> list[Seat]:
    """The seats of the person, past and future ones too."""
    return list(Seat.objects.filter(person=person).order_by("pk"))


def conflicts_of(who: Who) -> frozenset[int]:
    """The products, by their places on agendas, with which the person ever declared a conflict of
    interest.
    """
    rows = who.once(every_conflict_of) if who.is_somebody else []
    return frozenset(item for item, _meeting, _dossier in rows)


def every_conflict_of(person: Person) -> list[tuple[int, int, int]]:
    """The conflicts that the person declared, in whatever seat: place on the agenda, meeting, dossier."""
    rows = Declaration.objects.filter(seat__person=person, has_conflict=True)
    return list(rows.values_list("item_id", "item__meeting_id", "item__dossier_id"))


def has_office(person: Any, council: Council, at: datetime, *roles: Role) -> bool:
    """Whether the person holds one of the roles for the council's province."""
    return any(holds(person, role, at, place=council.programme.province) for role in roles)


def sets_up(person: Any, council: Council, at: datetime) -> bool:
    """Officers of the province and secretaries prepare councils and meetings."""
    return has_office(person, council, at, Role.PROVINCE_OFFICER, Role.SECRETARY) or is_secretary(
        person, council, at
    )


def is_secretary(person: Any, council: Council, at: datetime) -> bool:
    """By a seat of the council, or by appointment as secretary for the province."""
    seat = seat_of(person, council, at)
    if seat is not None:
        return seat.function == Function.SECRETARY
    return has_office(person, council, at, Role.SECRETARY)


def presiding_seat(person: Any, meeting: Meeting, at: datetime) -> Seat | None:
    """The seat of the chair or a vice-chair, where the person has it."""
    seat = seat_of(person, meeting.council_id, at)
    return seat if seat is not None and seat.function in PRESIDING_FUNCTIONS else None


def scoring_seat(person: Any, meeting: Meeting, at: datetime) -> Seat | None:
    """The seat that gives a score sheet, where the person has it."""
    seat = seat_of(person, meeting.council_id, at)
    return seat if seat is not None and seat.function in SCORING_FUNCTIONS else None


def is_present(seat: Seat, meeting: Meeting) -> bool:
    """Whether the secretary wrote the member down as taking part."""
    return Attendance.objects.filter(meeting=meeting, seat=seat, is_present=True).exists()


def declaration_of(seat: Seat, item: AgendaItem) -> Declaration | None:
    """The member's word on a product; None while there is none."""
    return Declaration.objects.filter(seat=seat, item=item).first()


def has_conflict(person: Any, item: AgendaItem) -> bool:
    """Whether the person ever had a conflict of interest with this product at this meeting,
    in whatever seat.
    """
    return Declaration.objects.filter(item=item, seat__person=person, has_conflict=True).exists()


def has_conflict_in(person: Any, meeting: Meeting) -> bool:
    """Whether the person has a conflict with any product of the meeting."""
    return Declaration.objects.filter(item__meeting=meeting, seat__person=person, has_conflict=True).exists()
