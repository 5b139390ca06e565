"""Names as people type or paste them, a line for each, and as tables hold them: one reader for both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ocop.casework.support.rules.people import Group
from ocop.kernel.tables import ATTENDANCE, Book, Format, Places, ReadRow, Sheet, TableRead, read_table

_NUMBERED = re.compile(r"^\s*(\d{1,3})[.)\t]\s*")
_HEADING: list[Any] = [ATTENDANCE.field(key).titles[0] for key in ("name", "place", "unit", "group")]


@dataclass(frozen=True)
class Learner:
    """Somebody who learned: name, producer or official, commune,
    and the producer or office as it was written.
    """

    name: str
    group: Group
    place: Any = None
    unit: str = ""


def typed(text: str, places: Places) -> TableRead:
    """A table of "name; commune; producer or office; group", parted by tab, semicolon or bar.

    Only the name is needed; a line of titles may stand above, as it does when a table is pasted whole.
    """
    lines = text.splitlines()
    whole = Sheet("", [_cells(line) for line in lines])
    found = read_table(_book(whole), ATTENDANCE, places=places)
    if found.heading is not None and "name" in found.heading.columns:
        return found
    # the titles stand in the place of an empty row above, so that lines keep their numbers
    rows = [_cells(_NUMBERED.sub("", line)) for line in lines]
    return _moved(read_table(_book(Sheet("", [list(_HEADING), *rows])), ATTENDANCE, places=places))


def _book(sheet: Sheet) -> Book:
    return Book(Format.CSV, "utf-8", [sheet])


def _cells(line: str) -> list[Any]:
    return [cell.strip() or None for cell in re.split(r"[\t;|]", line)]


def _moved(found: TableRead) -> TableRead:
    """Every number one less: the titles above were ours."""
    found.rows = [replace(row, number=row.number - 1) for row in found.rows]
    found.faults = [replace(one, line=max(one.line - 1, 0)) for one in found.faults]
    found.left_out = [replace(one, row=max(one.row - 1, 0)) for one in found.left_out]
    found.doubts = [replace(one, row=one.row - 1) for one in found.doubts]
    return found


def learners_of(rows: Iterable[ReadRow], group: Group) -> list[Learner]:
    """The people of these rows; `group` is that of rows that name none."""
    return [
        Learner(
            row.text("name"),
            Group(row.values.get("group") or group),
            row.values.get("place"),
            row.text("unit"),
        )
        for row in rows
    ]
