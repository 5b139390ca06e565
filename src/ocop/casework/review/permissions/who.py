"""Who somebody is for a council, a meeting or a product, at a moment.

A question about a person is put to the database once a request: seats, words about products, attendance.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, Q, QuerySet, Value

from ocop.casework.review.models import (
    AgendaItem,
    Attendance,
    Council,
    Declaration,
    Meeting,
    ScoreSheet,
    Seat,
)
from ocop.casework.review.rules import PRESIDING_FUNCTIONS, Function
from ocop.casework.review.states import SheetState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role, in_force
from ocop.foundation.accounts.who import Who, who_is

_SEAT = tuple(field.attname for field in Seat._meta.concrete_fields)
_WORD = ("item", "has_conflict", "item__meeting", "item__dossier")


class Said(NamedTuple):
    """The word of a seat on one product, by its place on an agenda: a conflict of interest, or none."""

    item: int
    seat: int
    has_conflict: bool
    meeting: int
    dossier: int


def seats_held(at: datetime) -> QuerySet[Seat]:
    """Every seat that is held at this moment."""
    return Seat.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


def every_seat_of(person: Person) -> list[Seat]:
    """The seats of the person, past and future ones too."""
    return list(Seat.objects.filter(person=person).order_by("pk"))


def holds_seat(person: Person, at: datetime) -> bool:
    """Whether the person sits on a council, or will."""
    seats = who_is(person, at).once(every_seat_of)
    return any(seat.ends_at is None or seat.ends_at > at for seat in seats)


def every_word_of(person: Person) -> list[Said]:
    """What the person declared about products, in whatever seat."""
    rows = Declaration.objects.filter(seat__person=person)
    return [
        Said(*row)
        for row in rows.values_list("item", "seat", "has_conflict", "item__meeting", "item__dossier")
    ]


def every_presence_of(person: Person) -> frozenset[tuple[int, int]]:
    """Where the person was written down as taking part: meeting and seat."""
    rows = Attendance.objects.filter(seat__person=person, is_present=True)
    return frozenset(rows.values_list("meeting", "seat"))


def every_sealed_sheet_of(person: Person) -> frozenset[tuple[int, int, int]]:
    """The sheets that the person handed in: product, seat and pass."""
    rows = ScoreSheet.objects.filter(seat__person=person, state=SheetState.SEALED).order_by()
    return frozenset(rows.values_list("item", "seat", "pass_no"))


def ask_together(who: Who) -> None:
    """Seats, words and presences by one statement, where all three are going to be asked."""
    who.together((every_seat_of, every_word_of, every_presence_of), _everything_of)


def _everything_of(person: Person) -> tuple[list[Seat], list[Said], frozenset[tuple[int, int]]]:
    """A row for each word of each seat, at least one a seat; then a row for each presence."""
    nothing = Value(None, output_field=BigIntegerField())
    words = Seat.objects.filter(person=person).order_by()
    present = Attendance.objects.filter(seat__person=person, is_present=True).order_by()
    rows = words.values_list(*_SEAT, *(f"declarations__{name}" for name in _WORD)).union(
        present.values_list(*(f"seat__{name}" for name in _SEAT), nothing, "is_present", "meeting", nothing),
        all=True,
    )
    seats: dict[int, Seat] = {}
    said, presences = [], set()
    for row in rows:
        seat, (item, yes, meeting, dossier) = Seat(*row[: len(_SEAT)]), row[len(_SEAT) :]
        seats.setdefault(seat.pk, seat)
        if item is not None:
            said.append(Said(item, seat.pk, yes, meeting, dossier))
        elif meeting is not None:
            presences.add((meeting, seat.pk))
    return [seats[key] for key in sorted(seats)], said, frozenset(presences)


def seats_of(who: Who) -> list[Seat]:
    """The seats that the person holds at this moment, on any council; none for somebody deactivated."""
    rows = who.once(every_seat_of) if who.is_active else []
    return [seat for seat in rows if in_force(seat.starts_at, seat.ends_at, who.at)]


def seat_ids(who: Who) -> list[int]:
    """The same by their ids."""
    return [seat.pk for seat in seats_of(who)]


def seat_of(who: Who, council: Council | int) -> Seat | None:
    """The person's seat on a council; None for a stranger, or a period that ended."""
    council_id = council if isinstance(council, int) else council.pk
    return next((seat for seat in seats_of(who) if seat.council_id == council_id), None)


def words_of(who: Who) -> list[Said]:
    """What the person ever declared."""
    return who.once(every_word_of) if who.is_somebody else []


def conflicts_of(who: Who) -> frozenset[int]:
    """The products, by their places on agendas, with which the person ever declared a conflict of
    interest.
    """
    return frozenset(word.item for word in words_of(who) if word.has_conflict)


def has_conflict_in(who: Who, meeting: Meeting) -> bool:
    """Whether the person has a conflict with any product of the meeting."""
    return any(word.has_conflict and word.meeting == meeting.pk for word in words_of(who))


def has_declared(who: Who, seat: Seat, item: AgendaItem) -> bool:
    """Whether the person has said something about a product in this seat."""
    return any((word.item, word.seat) == (item.pk, seat.pk) for word in words_of(who))


def is_present(who: Who, seat: Seat, meeting: Meeting) -> bool:
    """Whether the secretary wrote the person down as taking part in this seat."""
    return who.is_somebody and (meeting.pk, seat.pk) in who.once(every_presence_of)


def has_office(who: Who, council: Council, *roles: Role) -> bool:
    """Whether the person holds one of the roles for the council's province."""
    return who.holds_any(*roles, place=council.programme.province)


def sets_up(who: Who, council: Council) -> bool:
    """Officers of the province and secretaries prepare councils and meetings."""
    return is_secretary(who, council) or has_office(who, council, Role.PROVINCE_OFFICER, Role.SECRETARY)


def is_secretary(who: Who, council: Council) -> bool:
    """By a seat of the council, or by appointment as secretary for the province."""
    seat = seat_of(who, council)
    if seat is not None:
        return seat.function == Function.SECRETARY
    return has_office(who, council, Role.SECRETARY)


def presiding_seat(who: Who, meeting: Meeting) -> Seat | None:
    """The seat of the chair or a vice-chair, where the person has it."""
    seat = seat_of(who, meeting.council_id)
    return seat if seat is not None and seat.function in PRESIDING_FUNCTIONS else None


def member_seat(who: Who, meeting: Meeting) -> Seat | None:
    """The seat of a member, chair and vice-chair included, where the person has it: who speaks about
    conflicts of interest, whether or not the working rules let the seat score.
    """
    seat = seat_of(who, meeting.council_id)
    return seat if seat is not None and seat.scores else None


def scoring_seat(who: Who, meeting: Meeting) -> Seat | None:
    """The seat that gives a score sheet at this meeting, where the person has it."""
    seat = seat_of(who, meeting.council_id)
    return seat if seat is not None and meeting.lets_score(seat) else None
