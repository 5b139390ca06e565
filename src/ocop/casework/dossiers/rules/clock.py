"""The commune's clock: working days from the day on which its officer received the dossier (article 7(2),
R26-23).

The law names no pause. The clock runs on while a dossier is returned; the days it waited for the producer are
counted beside it, and the office decides what they are worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar import HolidayTable, period_end, vietnam
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.kernel.law.model import Regulation


@dataclass(frozen=True)
class Clock:
    """Where the commune's clock stands. `days_left` counts working days and is negative when late.

    `ended_on` is the day of the proposal; then the clock stands and only says whether it was in time.
    """

    due_on: date
    days_left: int
    waited: int
    ended_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Past its due date, or ended after it."""
        return self.days_left < 0


def commune_due(received: date, regulation: Regulation, table: HolidayTable | None = None) -> date | None:
    """The last day of the commune's check; None where the law sets no period (decrees before 26/2026).

    UnknownYear where the days off of that year are not known.
    """
    period = regulation.periods.get(COMMUNE_CHECK)
    return None if period is None else period_end(received, period, table)


def read_clock(
    due_on: date, today: date, waits: list[tuple[date, date]], ended_on: date | None = None
) -> Clock:
    """The clock on a day. `waits` are the spans (from, to) in which the producer had the dossier."""
    present = ended_on or today
    waited = sum(working_days_between(start, end) for start, end in waits)
    return Clock(due_on, working_days_between(present, due_on), waited, ended_on)


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
    if end < start:
        return -working_days_between(end, start)
    return vietnam().working_days(start, end)
