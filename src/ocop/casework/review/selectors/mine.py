"""What one member has to do at a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocop.casework.review.models import AgendaItem, Declaration, Meeting, ScoreSheet, Seat
from ocop.casework.review.permissions.who import member_seat
from ocop.casework.review.selectors.board import agendas, criteria_to_answer
from ocop.casework.review.states import ItemState
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class Task:
    """One product as one member sees it."""

    item: AgendaItem
    declaration: Declaration | None
    sheet: ScoreSheet | None
    missing: int
    scores: bool = True

    @property
    def has_conflict(self) -> bool:
        """Whether the member keeps away from it."""
        return self.declaration is not None and self.declaration.has_conflict

    @property
    def is_sealed(self) -> bool:
        """Whether the member has handed in the sheet of this pass."""
        return self.sheet is not None and self.sheet.is_sealed

    @property
    def is_to_score(self) -> bool:
        """Whether it waits for the member's sheet now."""
        is_open = self.item.state == ItemState.SCORING and self.declaration is not None
        return self.scores and is_open and not self.has_conflict and not self.is_sealed


def tasks(who: Who, meeting: Meeting) -> list[Task]:
    """Every product of the agenda for a member, in order; empty for everybody else. Four queries."""
    return tasks_by_meeting(who, [meeting])[meeting.pk]


def tasks_by_meeting(who: Who, meetings: Sequence[Meeting]) -> dict[int, list[Task]]:
    """The same for several meetings, by their ids; as many queries as for one."""
    seats = {one.pk: member_seat(who, one) for one in meetings}
    found = _tasks([(seat, one) for one in meetings if (seat := seats[one.pk]) is not None])
    return {one.pk: found.get(one.pk, []) for one in meetings}


def tasks_of(seat: Seat, meeting: Meeting) -> list[Task]:
    """The same for a seat."""
    return _tasks([(seat, meeting)])[meeting.pk]


def _tasks(sitting: Sequence[tuple[Seat, Meeting]]) -> dict[int, list[Task]]:
    if not sitting:
        return {}
    items = agendas(meeting for _seat, meeting in sitting)
    own = {"seat__in": [seat for seat, _meeting in sitting], "item__meeting__in": items}
    declarations = {(row.seat_id, row.item_id): row for row in Declaration.objects.filter(**own)}
    sheets = {
        (row.seat_id, row.item_id, row.pass_no): row
        for row in ScoreSheet.objects.filter(**own).order_by("edition")
    }
    return {
        meeting.pk: [
            _task(
                seat,
                meeting,
                item,
                declarations.get((seat.pk, item.pk)),
                sheets.get((seat.pk, item.pk, item.pass_no)),
            )
            for item in items[meeting.pk]
        ]
        for seat, meeting in sitting
    }


def _task(
    seat: Seat, meeting: Meeting, item: AgendaItem, declaration: Declaration | None, sheet: ScoreSheet | None
) -> Task:
    open_codes = set(criteria_to_answer(item)) - (sheet.choices.keys() if sheet else set())
    return Task(item, declaration, sheet, len(open_codes), meeting.lets_score(seat))


def owes_answer(who: Who, meeting: Meeting) -> bool:
    """Whether a sheet of the person, or the word before it, is still missing for a product being scored."""
    return any(task.is_to_score or _waits_for_word(task) for task in tasks(who, meeting))


def _waits_for_word(task: Task) -> bool:
    return task.scores and task.declaration is None and task.item.state == ItemState.SCORING
