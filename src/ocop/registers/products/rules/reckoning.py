"""What counts need of the recognitions of one product: which was its first, which holds, what followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from ocop.kernel.calendar import EventKind
from ocop.registers.products.rules.kinds import PUBLIC_STATUSES, Kind, RecordStatus

FIRST_KINDS = ("", Kind.FIRST.value)
Facts = dict[str, Any]


def reckoned(recognitions: Iterable[Any], events: Mapping[int, Sequence[Any]]) -> dict[int, Facts]:
    """By recognition (its id) of one product what counts need of it; `events` are those of each.

    An annulled one is void from its first day and counts as nothing, before and after others. One of which
    only the revocation is on record was given, nobody knows when: it counts as earlier, and no more. A
    certificate given in place of another bears its product code: both are one recognition, and the later
    stands for it.
    """
    kinds = {one.pk: {str(event.kind) for event in events.get(one.pk, ())} for one in recognitions}
    known = [
        one
        for one in recognitions
        if one.status_code in PUBLIC_STATUSES and EventKind.ANNULLED not in kinds[one.pk]
    ]
    known = [one for one in known if not _is_given_anew(one, known)]
    given = sorted((one for one in known if is_given(one)), key=_in_line)
    followers = {one.pk: follower for one, follower in pairwise(given)}
    last: Any = max(given, key=_as_counted, default=None)
    return {
        one.pk: {
            "is_given": is_given(one),
            "is_bare": is_bare(one),
            "is_gone": EventKind.REVOKED in kinds[one.pk],
            "is_new": is_given(one) and one.kind in FIRST_KINDS and not _has_earlier(one, known),
            "is_held": one is last and EventKind.REVOKED not in kinds[one.pk],
            **_followed(one, followers.get(one.pk)),
        }
        for one in known
    }


def _is_given_anew(one: Any, known: Sequence[Any]) -> bool:
    """Whether another certificate stands in its place: one that began later, with the same product code and
    decision.
    """
    return any(
        other.pk > one.pk
        and bool(one.product_code)
        and (other.product_code, other.number, other.decided_on)
        == (one.product_code, one.number, one.decided_on)
        and one.certificate_code != other.certificate_code
        for other in known
    )


def is_given(one: Any) -> bool:
    """Whether the register has it as given; revoked later, it was given all the same."""
    return bool(one.status_code == RecordStatus.RECOGNISED)


def is_bare(one: Any) -> bool:
    """Whether only its revocation is on record."""
    return bool(one.status_code == RecordStatus.REVOKED and one.valid_from is None)


def _followed(one: Any, follower: Any | None) -> Facts:
    """What came next of the same product. `days_left`: how long before the end of the term it was decided."""
    if follower is None:
        none = {"follower_id": None, "follower_year": 0, "follower_on": None}
        return none | {"is_renewed_by_name": False, "days_left": None}
    on = follower.decided_on
    return {
        "follower_id": follower.pk,
        "follower_year": follower.year,
        "follower_on": on,
        "is_renewed_by_name": follower.kind == Kind.RENEWAL,
        "days_left": (one.expires_on - on).days if one.expires_on and on else None,
    }


def _in_line(one: Any) -> tuple[int, date, int]:
    """One without a day stands on the last of its year, as entered; one without a year before all."""
    return one.year, one.decided_on or date(one.year or date.min.year, 12, 31), one.pk


def _as_counted(one: Any) -> tuple[int, date, int]:
    """One without a day comes after those of its year that have one."""
    return one.year, one.decided_on or date.max, one.pk


def _has_earlier(one: Any, known: Iterable[Any]) -> bool:
    return any(other is not one and _is_before(other, one) for other in known)


def _is_before(other: Any, one: Any) -> bool:
    if other.year != one.year:
        return bool(other.year < one.year)
    if is_bare(other):
        return True
    if other.decided_on and one.decided_on and other.decided_on < one.decided_on:
        return True
    # one without a day may well come before an upgrade of its year, which cannot be the first
    return other.kind in FIRST_KINDS and _as_counted(other) < _as_counted(one)
