"""When people are reminded of the end of a recognition, why a producer does not renew, what may be extended.

Pure; every day follows from the regulation's window of re-evaluation and its cap (articles 7(6)(a), 12(3)).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

from ocop.kernel.calendar import extension_cap, renewal_window
from ocop.registers.products.rules import StandingKind

BEFORE_OPENING = timedelta(days=20)
BEFORE_CLOSING = timedelta(days=10)
BEFORE_LAST = timedelta(days=1)
TOLD_AFTER = timedelta(days=30)
"""How long after the end of a recognition its producer is still told what to do with the stock on hand."""
MOST_PRODUCTS = 200
"""Products of one letter or one extension."""


class Step(StrEnum):
    """The reminders of one recognition, in their order; the last comes when it has ended."""

    EARLY = "early"
    OPENS = "opens"
    MIDDLE = "middle"
    CLOSING = "closing"
    LAST = "last"
    ENDED = "ended"


class DeclineReason(StrEnum):
    """Why a producer will not have its product evaluated anew: a closed list."""

    STOPPED = "stopped"
    NO_NEED = "no_need"
    PAPERS = "papers"
    COST = "cost"
    NEW_PRODUCT = "new_product"
    CLOSED = "closed"
    OTHER = "other"


def step_days(expires_on: date) -> Mapping[Step, date]:
    """The first day of each reminder before the end: 200, 180, 150, 130 and 121 days where the window is 180
    to 120 days, in their order. In a short window steps that would fall together are one.
    """
    opens, closes = renewal_window(expires_on)
    inside = {
        Step.MIDDLE: opens + (closes - opens) / 2,
        Step.CLOSING: closes - BEFORE_CLOSING,
        Step.LAST: closes - BEFORE_LAST,
    }
    days = {Step.EARLY: opens - BEFORE_OPENING, Step.OPENS: opens}
    days |= {step: day for step, day in inside.items() if day > opens}
    last = {day: step for step, day in days.items()}
    return {step: day for day, step in sorted(last.items())}


def step_due(expires_on: date, on: date, told: Collection[str]) -> Step | None:
    """The reminder that is owed on a day: the last whose day has come, unless that one or a later one was
    told. Days without a run are made up for by one reminder, not by five.
    """
    if on > expires_on:
        return None
    days = step_days(expires_on)
    come = [step for step, day in days.items() if day <= on]
    if not come:
        return None
    later = [step for step in days if step not in come[:-1]]
    return None if any(step.value in told for step in later) else come[-1]


def is_late(expires_on: date, filed_on: date) -> bool:
    """Whether a renewal that was filed that day missed the window (article 7(6)(a), R26-36)."""
    opens, closes = renewal_window(expires_on)
    return not opens <= filed_on <= closes


def hard_stop(expires_on: date, result_on: date | None = None) -> date:
    """The last day of an extension: that before the result, at the latest its cap (article 12(3), R26-50)."""
    cap = extension_cap(expires_on)
    return cap if result_on is None else min(cap, result_on - timedelta(days=1))


class Bar(StrEnum):
    """Why a recognition cannot be extended."""

    ENDED = "ended"
    NO_TERM = "no_term"
    EXTENDED = "extended"
    NOT_FILED = "not_filed"
    IN_TIME = "in_time"
    RESULT = "result"
    PASSED = "passed"


_ENDED = frozenset(
    {StandingKind.REVOKED, StandingKind.REPLACED, StandingKind.ANNULLED, StandingKind.NOT_RECOGNISED}
)


def bar_to_extension(
    standing: StandingKind,
    expires_on: date | None,
    *,
    filed_on: date | None,
    result_on: date | None,
    is_extended: bool,
    on: date,
) -> Bar | None:
    """Why a decision of the day `on` cannot extend a recognition; None where it can (article 12(3)).

    It must have exact days and have neither ended nor been extended before; its producer filed for evaluation
    anew, outside of the window; the result does not come first, and the hard stop has not passed.
    """
    if standing in _ENDED:
        return Bar.ENDED
    if expires_on is None:
        return Bar.NO_TERM
    if is_extended:
        return Bar.EXTENDED
    if filed_on is None:
        return Bar.NOT_FILED
    if not is_late(expires_on, filed_on):
        return Bar.IN_TIME
    if result_on is not None and hard_stop(expires_on, result_on) <= max(expires_on, on):
        return Bar.RESULT
    return Bar.PASSED if hard_stop(expires_on) < on else None
