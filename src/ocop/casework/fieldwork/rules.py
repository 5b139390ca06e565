"""What a visit looks at, what it finds, in which order a day's producers are reached; what is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from ocop.kernel.canonical import sha256_hex


class VisitKind(StrEnum):
    """Before the council where evidence is unclear (R26-29, R26-37); after award (article 9, R26-44)."""

    VERIFICATION = "verification"
    POST_CHECK = "post_check"


class Finding(StrEnum):
    """What was found of one line of the checklist."""

    MATCHES = "matches"
    DIFFERS = "differs"
    UNSEEN = "unseen"


class Side(StrEnum):
    """Whose signature it is."""

    INSPECTOR = "inspector"
    PRODUCER = "producer"


class Source(StrEnum):
    """What tells the hour or the place of a photograph."""

    CAMERA = "camera"
    PHONE = "phone"


MOST_VISITS = 20
"""Producers of one day and team."""
MOST_PHOTOS = 60
"""Photographs of one visit."""
MARK = "mark"
"""The part of a post-check about mark, information and promotion (article 9, R26-44)."""
SIGNED = ("remarks", "conclusion", "met_with")
"""What is signed beside the lines."""
_WEST_OF_NORTH = Decimal("0.86")
"""A degree of longitude beside one of latitude, squared, at 22 degrees north: tells near from far."""


class Line(NamedTuple):
    """One line of a checklist, as it was frozen: what to look at, and what the producer claims."""

    code: str
    label: str
    claim: str
    part: str


class Point(NamedTuple):
    """A centroid."""

    latitude: Decimal
    longitude: Decimal


def route(places: Sequence[Point | None]) -> list[int]:
    """The order in which places are reached: from the northernmost each time to the nearest not yet seen.

    Gives positions in `places`; what lies nobody knows where comes last, as it was given.
    """
    known = [at for at, place in enumerate(places) if place is not None]
    lost = [at for at, place in enumerate(places) if place is None]
    if not known:
        return lost
    here = min(known, key=lambda at: (-_point(places, at).latitude, at))
    way = [here]
    while left := [at for at in known if at not in way]:
        here = min(left, key=lambda at: (_apart(_point(places, here), _point(places, at)), at))
        way.append(here)
    return [*way, *lost]


def _point(places: Sequence[Point | None], at: int) -> Point:
    place = places[at]
    assert place is not None  # noqa: S101 - asked of known places alone
    return place


def _apart(one: Point, other: Point) -> Decimal:
    north, east = one.latitude - other.latitude, one.longitude - other.longitude
    return north * north + _WEST_OF_NORTH * east * east


def lines_of(checklist: Sequence[Mapping[str, str]]) -> list[Line]:
    """The frozen checklist."""
    return [Line(**row) for row in checklist]


def merged(found: Mapping[str, Any], given: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """What was found, with some of it written anew; the rest stays."""
    rows = {code: dict(row) for code, row in found.items()}
    for code, row in given.items():
        rows[code] = {"finding": "", "note": "", **rows.get(code, {}), **row}
    return rows


def unfinished(checklist: Sequence[Mapping[str, str]], found: Mapping[str, Any]) -> list[Line]:
    """Lines of which nothing was said; those that differ without a word why are among them."""
    return [line for line in lines_of(checklist) if not _is_finished(found.get(line.code) or {})]


def _is_finished(row: Mapping[str, str]) -> bool:
    finding = row.get("finding", "")
    return bool(finding) and (finding != Finding.DIFFERS or bool(row.get("note", "").strip()))


def signed_hash(words: Mapping[str, Any]) -> str:
    """What a signature stands under: the hash of all that was written then. Why nobody signed is no part of
    it, nor is a line of which nothing was said.
    """
    said = {code: row for code, row in words["found"].items() if any(row.values())}
    return sha256_hex({**{name: words[name] for name in SIGNED}, "found": said})
