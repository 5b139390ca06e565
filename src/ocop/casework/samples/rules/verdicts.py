"""Whether what was found keeps within a limit. What could lie on either side is unsure, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from ocop.casework.samples.rules.limits import Limit, LimitKind
from ocop.casework.samples.rules.readings import Reading, ReadingKind


class Verdict(StrEnum):
    """What a value says against its limit."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    UNSURE = "unsure"


def judge(limit: Limit, reading: Reading) -> Verdict:
    """The verdict on one indicator."""
    if limit.kind is LimitKind.ABSENT:
        return _absent(reading)
    ends = []
    if limit.high is not None:
        ends.append(_at_most(limit.high, limit.is_strict, reading))
    if limit.low is not None:
        ends.append(_at_least(limit.low, limit.is_strict, reading))
    return whole(ends)


def whole(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on several: one that fails fails all, one unsure leaves all unsure. Unsure of nothing."""
    found = set(verdicts)
    if Verdict.FAIL in found:
        return Verdict.FAIL
    return Verdict.PASS if found == {Verdict.PASS} else Verdict.UNSURE


def _absent(reading: Reading) -> Verdict:
    """Not detected passes, detected fails; below a number says nothing of absence."""
    number = reading.number
    if reading.kind is ReadingKind.NONE or (reading.kind is ReadingKind.EXACT and number == 0):
        return Verdict.PASS
    return Verdict.UNSURE if reading.kind is ReadingKind.BELOW else Verdict.FAIL


def _at_most(limit: Decimal, is_strict: bool, reading: Reading) -> Verdict:
    number = reading.number
    if reading.kind is ReadingKind.NONE:
        return Verdict.PASS
    if number is None:
        return Verdict.UNSURE
    # passes while it is no larger; the number itself only where the limit or the reading leaves it out
    fits = number < limit or (number == limit and not is_strict)
    if reading.kind is ReadingKind.EXACT:
        return Verdict.PASS if fits else Verdict.FAIL
    if reading.kind is ReadingKind.BELOW:
        return Verdict.PASS if fits or (number == limit and not reading.has_number) else Verdict.UNSURE
    beyond = not fits or (number == limit and not reading.has_number)
    return Verdict.FAIL if beyond else Verdict.UNSURE


def _at_least(limit: Decimal, is_strict: bool, reading: Reading) -> Verdict:
    number = reading.number
    if reading.kind is ReadingKind.NONE:
        return Verdict.FAIL if limit > 0 else Verdict.UNSURE
    if number is None:
        return Verdict.UNSURE
    fits = number > limit or (number == limit and not is_strict)
    if reading.kind is ReadingKind.EXACT:
        return Verdict.PASS if fits else Verdict.FAIL
    if reading.kind is ReadingKind.ABOVE:
        return Verdict.PASS if fits or (number == limit and not reading.has_number) else Verdict.UNSURE
    short = not fits or (number == limit and not reading.has_number)
    return Verdict.FAIL if short else Verdict.UNSURE
