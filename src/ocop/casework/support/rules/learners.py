"""Names as people type or paste them, a line for each:
read into rows, every fault by its line, nothing thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ocop.casework.support.rules.courses import LONGEST_NAME, name_key
from ocop.casework.support.rules.people import Group
from ocop.kernel.text import fold, one_line

MOST_LINES = 500
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)\t]\s*")
_GROUPS = {
    "chu the": Group.PRODUCER, "producer": Group.PRODUCER, "ct": Group.PRODUCER,
    "can bo": Group.OFFICIAL, "official": Group.OFFICIAL, "cb": Group.OFFICIAL,
}  # fmt: skip
P = TypeVar("P")


class LineFault(StrEnum):
    """Why a line is not taken."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    UNKNOWN_PLACE = "unknown_place"
    UNKNOWN_GROUP = "unknown_group"
    TWICE = "twice"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Listed(Generic[P]):
    """A person of the list."""

    number: int
    name: str
    place: P | None
    unit: str
    group: Group


@dataclass(frozen=True)
class Wrong:
    """A line that is not taken, as it was typed."""

    number: int
    text: str
    fault: LineFault


def read_lines(
    text: str, group: Group, find: Callable[[str], P | None]
) -> tuple[list[Listed[P]], list[Wrong]]:
    """People from "name; commune; producer or office; group", parted by tab, semicolon or bar; only the name
    is needed.

    `find` gives the commune of a typed name. `group` is that of lines that name none. Empty lines are passed
    over.
    """
    rows = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    return read_rows([(number, _cells(line)) for number, line in rows], group, find)


def read_rows(
    rows: list[tuple[int, list[str]]], group: Group, find: Callable[[str], P | None]
) -> tuple[list[Listed[P]], list[Wrong]]:
    """The same from cells that are apart already, each row with its number."""
    good: list[Listed[P]] = []
    wrong: list[Wrong] = []
    seen: set[tuple[str, object]] = set()
    for number, cells in rows[:MOST_LINES]:
        name, place_text, unit, group_text = [*(one_line(cell) for cell in cells), "", "", "", ""][:4]
        place = find(place_text) if place_text else None
        own = _GROUPS.get(fold(group_text)) if group_text else group
        fault = _fault(name, place_text, place, own, (name_key(name), place), seen)
        if fault is not None or own is None:
            wrong.append(
                Wrong(number, "; ".join(cell for cell in cells if cell), fault or LineFault.UNKNOWN_GROUP)
            )
            continue
        seen.add((name_key(name), place))
        good.append(Listed(number, name, place, unit, own))
    wrong += [
        Wrong(number, "; ".join(cells), LineFault.TOO_MANY)
        for number, cells in rows[MOST_LINES : MOST_LINES + 1]
    ]
    return good, wrong


def _fault(
    name: str,
    place_text: str,
    place: object,
    group: Group | None,
    key: tuple[str, object],
    seen: set[tuple[str, object]],
) -> LineFault | None:
    if not any(sign.isalpha() for sign in name):
        return LineFault.NO_NAME
    if len(name) > LONGEST_NAME:
        return LineFault.LONG_NAME
    if place_text and place is None:
        return LineFault.UNKNOWN_PLACE
    if group is None:
        return LineFault.UNKNOWN_GROUP
    return LineFault.TWICE if key in seen else None


def _cells(line: str) -> list[str]:
    """The cells of a typed or pasted line, without the running number that stands before the name."""
    return [cell.strip() for cell in re.split(r"[\t;|]", _NUMBERED.sub("", line))]
