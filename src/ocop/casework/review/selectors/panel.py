"""Whose sheets count for a product, and whether they are all in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ocop.casework.review.models import AgendaItem, Attendance, Declaration, Meeting, ScoreSheet, Seat
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import SCORING_FUNCTIONS
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.casework.review.states import SheetState


@dataclass(frozen=True)
class Bench:
    """The members who judge one product in its present pass, and the sheets that they have sealed."""

    judges: tuple[Seat, ...]
    conflicted: tuple[Seat, ...]
    sealed: tuple[ScoreSheet, ...]
    quorum: Quorum

    @property
    def waiting_for(self) -> list[Seat]:
        """Judges who have not sealed yet."""
        done = {sheet.seat_id for sheet in self.sealed}
        return [seat for seat in self.judges if seat.pk not in done]

    @property
    def is_complete(self) -> bool:
        """Whether every judge has sealed, and there is at least one."""
        return bool(self.judges) and not self.waiting_for


def present_seats(meeting: Meeting, at: datetime) -> list[Seat]:
    """The seats that are held and written down as taking part."""
    present = Attendance.objects.filter(meeting=meeting, is_present=True).values("seat")
    return list(seats_held(at).filter(council=meeting.council_id, pk__in=present).select_related("person"))


def sealed_sheets(item: AgendaItem, pass_no: int | None = None) -> list[ScoreSheet]:
    """The sealed sheets of a pass (the present one by default), in the order of the seats,
    without conflicts.
    """
    conflicted = Declaration.objects.filter(item=item, has_conflict=True).values("seat")
    rows = ScoreSheet.objects.filter(item=item, pass_no=pass_no or item.pass_no, state=SheetState.SEALED)
    return list(rows.exclude(seat__in=conflicted).select_related("seat__person").order_by("seat"))


def bench(item: AgendaItem, at: datetime) -> Bench:
    """Scoring members who are present or have sealed already;
    a member with a conflict leaves quorum and mean.
    """
    meeting = item.meeting
    conflicted_ids = set(
        Declaration.objects.filter(item=item, has_conflict=True).values_list("seat", flat=True)
    )
    held = list(
        seats_held(at)
        .filter(council=meeting.council_id, function__in=SCORING_FUNCTIONS)
        .select_related("person")
    )
    sealed = sealed_sheets(item)
    present = {seat.pk: seat for seat in present_seats(meeting, at) if seat.scores} | {
        sheet.seat_id: sheet.seat for sheet in sealed
    }
    judges = tuple(seat for pk, seat in sorted(present.items()) if pk not in conflicted_ids)
    members = {seat.pk for seat in held} | present.keys()
    assert meeting.rules is not None  # noqa: S101 - a constraint of the table
    enough = quorum(
        len(members - conflicted_ids), len(judges), meeting.rules.quorum_share, meeting.rules.quorum_least
    )
    conflicted = tuple(seat for seat in held if seat.pk in conflicted_ids)
    return Bench(judges, conflicted, tuple(sealed), enough)
