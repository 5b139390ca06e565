"""Whose sheets count for a product, and whether they are all in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ocop.casework.review.models import (
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    Ruling,
    ScoreSheet,
    Seat,
)
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import PRESIDING_FUNCTIONS, Function
from ocop.casework.review.rules.places import places
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.casework.review.states import SheetState
from ocop.foundation.accounts.models import Person


@dataclass(frozen=True)
class Bench:
    """The members who judge one product in its present pass, and the sheets that count for it.

    A place on the council counts once, whoever holds it. `absent` are members without a sheet who do not take
    part, with the note of the attendance list; `undecided` are sheets of the pass before whose members are
    away from this one: the chair says whether they count.
    """

    judges: tuple[Seat, ...]
    conflicted: tuple[Seat, ...]
    sealed: tuple[ScoreSheet, ...]
    quorum: Quorum
    absent: tuple[tuple[Seat, str], ...] = ()
    undecided: tuple[ScoreSheet, ...] = ()

    @property
    def waiting_for(self) -> list[Seat]:
        """Judges who have not sealed yet."""
        done = {sheet.seat_id for sheet in self.sealed}
        return [seat for seat in self.judges if seat.pk not in done]

    @property
    def is_complete(self) -> bool:
        """Whether every judge has sealed, and there is at least one."""
        return bool(self.judges) and not self.waiting_for

    def as_record(self) -> dict[str, Any]:
        """Who was there at this product, as its result keeps it."""
        return {
            "members": self.quorum.members,
            "needed": self.quorum.needed,
            "present": [_named(seat) for seat in self.judges],
            "absent": [{**_named(seat), "note": note} for seat, note in self.absent],
            "conflicted": [_named(seat) for seat in self.conflicted],
        }


def _named(seat: Seat) -> dict[str, Any]:
    return {"seat": seat.pk, "name": str(seat.person)}


def present_seats(meeting: Meeting, at: datetime) -> list[Seat]:
    """The seats that are held and written down as taking part; before opinions are collected in writing,
    every one that will be asked.
    """
    if meeting.is_by_opinion and meeting.opened_at is None:
        return list(seats_held(at).filter(council=meeting.council_id).select_related("person"))
    present = Attendance.objects.filter(meeting=meeting, is_present=True).values("seat")
    return list(seats_held(at).filter(council=meeting.council_id, pk__in=present).select_related("person"))


def presiding_seats(meeting: Meeting, at: datetime) -> list[Seat]:
    """The seats of the chair and the vice-chairs who take part, the chair first."""
    seats = [seat for seat in present_seats(meeting, at) if seat.function in PRESIDING_FUNCTIONS]
    return sorted(seats, key=lambda seat: (seat.function != Function.CHAIR, seat.pk))


def presiding_people(meeting: Meeting, at: datetime) -> list[Person]:
    """The chair and the vice-chairs who take part, the chair first."""
    return [seat.person for seat in presiding_seats(meeting, at)]


def conflicted_seats(item: AgendaItem) -> set[int]:
    """The seats with a conflict of interest about a product."""
    return set(Declaration.objects.filter(item=item, has_conflict=True).values_list("seat", flat=True))


def sealed_sheets(item: AgendaItem, pass_no: int | None = None) -> list[ScoreSheet]:
    """The sheets that count for a pass (the present one by default), in the order of the seats.

    Of each seat the last edition, without conflicts; with those of the pass before that the chair lets count.
    """
    number = pass_no or item.pass_no
    conflicted = Declaration.objects.filter(item=item, has_conflict=True).values("seat")
    rows = ScoreSheet.objects.filter(item=item, pass_no=number, state=SheetState.SEALED)
    own = rows.exclude(seat__in=conflicted).select_related("seat__person").order_by("seat", "edition")
    counting = {**_let_count(item, number), **{sheet.seat_id: sheet for sheet in own}}
    return [counting[seat] for seat in sorted(counting)]


def _let_count(item: AgendaItem, pass_no: int) -> dict[int, ScoreSheet]:
    """The sheets of the pass before that the chair lets count in this one."""
    if pass_no == 1:
        return {}
    ruled = set(Ruling.objects.filter(item=item, pass_no=pass_no, counts=True).values_list("seat", flat=True))
    if not ruled:
        return {}
    return {sheet.seat_id: sheet for sheet in sealed_sheets(item, pass_no - 1) if sheet.seat_id in ruled}


def bench(item: AgendaItem, at: datetime) -> Bench:
    """Scoring members who are present or have sealed already; who has a conflict leaves quorum and mean."""
    conflicted = conflicted_seats(item)
    seats = {
        seat.pk: seat
        for seat in Seat.objects.filter(council=item.meeting.council_id).select_related("person")
    }
    marks = {row.seat_id: row for row in Attendance.objects.filter(meeting=item.meeting)}
    place = places({pk: seat.replaces_id for pk, seat in seats.items()})
    sealed = sealed_sheets(item)
    held = [seat for seat in seats.values() if item.meeting.lets_score(seat) and seat.is_held(at)]
    free = [seat for seat in held if seat.pk not in conflicted]
    judges = {place[sheet.seat_id]: sheet.seat for sheet in sealed}
    for seat in free:
        if seat.pk in marks and marks[seat.pk].is_present:
            judges.setdefault(place[seat.pk], seat)
    members = {place[seat.pk] for seat in free} | judges.keys()
    return Bench(
        judges=tuple(sorted(judges.values(), key=lambda seat: seat.pk)),
        conflicted=tuple(seat for seat in held if seat.pk in conflicted),
        sealed=tuple(sealed),
        quorum=_enough(item, len(members), len(judges)),
        absent=tuple((seat, _note(marks, seat)) for seat in free if place[seat.pk] not in judges),
        undecided=tuple(_undecided(item, place, judges)),
    )


def _enough(item: AgendaItem, members: int, judges: int) -> Quorum:
    rules = item.meeting.rules
    assert rules is not None  # noqa: S101 - a constraint of the table
    return quorum(members, judges, rules.quorum_share, rules.quorum_least)


def _note(marks: Mapping[int, Attendance], seat: Seat) -> str:
    return marks[seat.pk].note if seat.pk in marks else ""


def _undecided(item: AgendaItem, place: Mapping[int, int], judges: Iterable[int]) -> list[ScoreSheet]:
    if item.pass_no == 1:
        return []
    ruled = set(Ruling.objects.filter(item=item, pass_no=item.pass_no).values_list("seat", flat=True))
    taken = set(judges)
    earlier = sealed_sheets(item, item.pass_no - 1)
    return [one for one in earlier if one.seat_id not in ruled and place[one.seat_id] not in taken]


def bench_again(item: AgendaItem, before: Mapping[str, Any]) -> Bench:
    """Who judged a product that is counted again, by what its result had kept: nobody who came later."""
    conflicted = conflicted_seats(item)
    sealed = sealed_sheets(item)
    there = [row["seat"] for row in (*before["present"], *before["absent"])]
    notes = {row["seat"]: row["note"] for row in before["absent"]}
    out = [row["seat"] for row in before["conflicted"]] + [pk for pk in there if pk in conflicted]
    seats = Seat.objects.filter(pk__in=[*there, *out]).select_related("person").in_bulk()
    free = [seats[pk] for pk in there if pk not in conflicted]
    judges = {sheet.seat_id for sheet in sealed}
    return Bench(
        judges=tuple(sheet.seat for sheet in sealed),
        conflicted=tuple(seats[pk] for pk in out),
        sealed=tuple(sealed),
        quorum=_enough(item, len(free), len(judges)),
        absent=tuple((seat, notes.get(seat.pk, "")) for seat in free if seat.pk not in judges),
    )
