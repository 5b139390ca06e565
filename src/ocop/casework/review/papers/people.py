"""Who took part in a meeting: as the seats were, each place on the council once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from ocop.casework.review.labels import FUNCTIONS
from ocop.casework.review.models import Attendance, AttendanceMark, Meeting, Seat, WorkingRules
from ocop.casework.review.rules import Function, MembersShown
from ocop.casework.review.rules.places import places
from ocop.foundation.documents.models import Paper
from ocop.kernel.text import day_words_vi


def moment(at: datetime | None) -> str:
    """Hour and day as minutes write them."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{local:%H giờ %M}, ngày {day_words_vi(local.date())}"


def paper_words(paper: Paper) -> str:
    """A paper with its day."""
    return f"{paper} ngày {day_words_vi(paper.issued_on)}"


class People:
    """The seats of a meeting's council until its end; who was there, who came, left or was replaced."""

    def __init__(self, meeting: Meeting, at: datetime) -> None:
        self.meeting, self.at = meeting, at
        names = ("person", "seated_by", "ended_by", "replaces__person")
        rows = Seat.objects.filter(council=meeting.council_id, starts_at__lte=at).select_related(*names)
        order = {function.value: place for place, function in enumerate(Function)}
        self.seats = sorted(rows, key=lambda seat: (order[seat.function], seat.pk))
        self.place = places({seat.pk: seat.replaces_id for seat in self.seats})
        self.marks = {row.seat_id: row for row in Attendance.objects.filter(meeting=meeting)}

    def lists(self) -> dict[str, Any]:
        """Present and absent by who holds each place at the end, how many score, and what changed."""
        held = [seat for seat in self.seats if seat.is_held(self.at)]
        there = [seat for seat in held if self._is_present(seat)]
        scoring = {self.place[seat.pk] for seat in held if self.meeting.lets_score(seat)}
        present = {self.place[seat.pk] for seat in there if self.meeting.lets_score(seat)}
        return {
            "present": [_person(seat) for seat in there],
            "absent": [f"{_person(seat)}: {self._note(seat)}" for seat in held if seat not in there],
            "count": f"{len(present)}/{len(scoring)} thành viên chấm điểm",
            "changes": [line for _at, line in sorted(self._changes(), key=lambda one: one[0])],
        }

    def papers(self) -> list[Paper]:
        """The decisions that changed the council since the meeting was planned, each once."""
        since = self.meeting.created_at
        given = [seat.seated_by for seat in self.seats if seat.starts_at > since]
        ended = [seat.ended_by for seat in self.seats if seat.ends_at and since < seat.ends_at <= self.at]
        return list(dict.fromkeys(paper for paper in (*ended, *given) if paper is not None))

    def labels(self, rules: WorkingRules) -> dict[int, str]:
        """How the table of scores names the member of each seat: by the council's rule.

        The numbers follow no order that a reader knows, and are the same whenever they are made.
        """
        if rules.members_shown != MembersShown.NUMBERED:
            return {seat.pk: str(seat.person) for seat in self.seats}
        drawn = sorted((seat.pk for seat in self.seats if seat.scores), key=self._draw)
        return {pk: f"Thành viên số {number}" for number, pk in enumerate(drawn, start=1)}

    def _draw(self, seat: int) -> str:
        return sha256(f"{self.meeting.key}:{seat}".encode()).hexdigest()

    def _is_present(self, seat: Seat) -> bool:
        return seat.pk in self.marks and self.marks[seat.pk].is_present

    def _note(self, seat: Seat) -> str:
        if seat.pk not in self.marks:
            return "không được điểm danh"
        return self.marks[seat.pk].note or "không ghi lý do"

    def _changes(self) -> Iterator[tuple[datetime, str]]:
        since, opened = self.meeting.created_at, self.meeting.opened_at or self.at
        for seat in self.seats:
            if seat.ends_at is not None and since < seat.ends_at <= self.at:
                yield seat.ends_at, _ended(seat)
            if since < seat.starts_at:
                yield seat.starts_at, _begun(seat)
        yield from self._came_and_left(opened)

    def _came_and_left(self, opened: datetime) -> Iterator[tuple[datetime, str]]:
        """What the attendance list says after the opening that it did not say before."""
        seats, last = {seat.pk: seat for seat in self.seats}, dict[int, bool]()
        for mark in AttendanceMark.objects.filter(meeting=self.meeting, at__lte=self.at).order_by("pk"):
            before, last[mark.seat_id] = last.get(mark.seat_id), mark.is_present
            if mark.at <= opened or mark.seat_id not in seats or before == mark.is_present:
                continue
            note = f": {mark.note}" if mark.note else ""
            if mark.is_present:
                yield mark.at, f"{seats[mark.seat_id].person} dự họp từ {moment(mark.at)}{note}"
            elif before:
                yield mark.at, f"{seats[mark.seat_id].person} vắng mặt từ {moment(mark.at)}{note}"


def _ended(seat: Seat) -> str:
    by = f" theo {paper_words(seat.ended_by)}" if seat.ended_by else ""
    why = f"; lý do: {seat.end_reason}" if seat.end_reason else ""
    return f"{seat.person} thôi {_function(seat)} từ {moment(seat.ends_at)}{by}{why}"


def _begun(seat: Seat) -> str:
    by = f" theo {paper_words(seat.seated_by)}" if seat.seated_by else ""
    instead = f", thay {seat.replaces.person}" if seat.replaces else ""
    return f"{seat.person} làm {_function(seat)} từ {moment(seat.starts_at)}{instead}{by}"


def _function(seat: Seat) -> str:
    return str(FUNCTIONS[Function(seat.function)]).lower()


def _person(seat: Seat) -> str:
    return f"{seat.person}, {seat.agency_words}, {_function(seat)}"


def names(rows: Iterable[dict[str, Any]]) -> str:
    """People of a result's record, with their notes."""
    return ", ".join(f"{row['name']} ({row['note']})" if row.get("note") else row["name"] for row in rows)
