"""When the steps of an activity are due, and in which order they may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ocop.casework.support.rules.kinds import Kind


@dataclass(frozen=True)
class StepDays:
    """A step as far as days go."""

    key: str
    due_on: date
    done_on: date | None = None


def first_days(kind: Kind, starts_on: date) -> list[StepDays]:
    """The steps of a new activity, each due its days after the one before."""
    days, due = [], starts_on
    for rule in kind.steps:
        due += timedelta(days=rule.days)
        days.append(StepDays(rule.key, due))
    return days


def following(kind: Kind, steps: Sequence[StepDays], changed: str) -> dict[str, date]:
    """New due days of the undone steps after `changed`: what came late or early moves what follows it."""
    found: dict[str, date] = {}
    base: date | None = None
    for step in steps:
        rule = kind.step(step.key)
        if base is not None and step.done_on is None and rule is not None:
            base = found[step.key] = base + timedelta(days=rule.days)
        elif step.key == changed or base is not None:
            base = step.done_on or step.due_on
    return found


def before_in_order(steps: Sequence[StepDays], key: str) -> StepDays | None:
    """The first step before this one that is not done yet; None where its turn has come."""
    for step in steps:
        if step.key == key:
            return None
        if step.done_on is None:
            return step
    return None


def fits_between(steps: Sequence[StepDays], key: str, done_on: date) -> bool:
    """Whether the day lies after the steps before and before those after that are done."""
    place = next(number for number, step in enumerate(steps) if step.key == key)
    earlier = [step.done_on for step in steps[:place] if step.done_on]
    later = [step.done_on for step in steps[place + 1 :] if step.done_on]
    return all(day <= done_on for day in earlier) and all(done_on <= day for day in later)
