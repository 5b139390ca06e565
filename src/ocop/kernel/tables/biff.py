"""What an .xls says beside its values: hidden rows, columns and sheets, merged cells, percent, passwords."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from ocop.kernel.tables.book import MOST_CELLS, Area, Problem, UnreadableError, Unseen

_BOF, _EOF, _PASSWORD, _SHEET, _EPOCH = 0x809, 0x0A, 0x2F, 0x85, 0x22
_ROW, _COLUMNS, _MERGED, _MANY = 0x208, 0x7D, 0xE5, 0xBD
_STYLE, _FORMAT = 0xE0, 0x41E
_NUMBER, _RK, _FORMULA = 0x203, 0x27E, 0x06
_CELLS = {_NUMBER, _RK, 0xFD, 0x204, 0x205, _FORMULA, 0xD6}
_NUMBERS = {_NUMBER, _RK, _FORMULA}
_PERCENTS = {9, 10}


@dataclass
class _Found:
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    box: list[int] = field(default_factory=list)

    def add(self, row: int, column: int) -> None:
        top, left, bottom, right = self.box or (row, column, row, column)
        self.box = [min(top, row), min(left, column), max(bottom, row), max(right, column)]


@dataclass
class Told:
    """What the whole workbook says: of each sheet in its order, and from which year its days count."""

    sheets: list[Unseen]
    counts_from_1904: bool = False


def told_by(stream: bytes) -> Told:
    """Reads the records of a workbook. Raises where it is locked or too wide."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    pages: dict[int, _Found] = {}
    order: list[int] = []
    page: _Found | None = None
    from_1904 = False
    for place, code, body in _records(stream):
        if code == _PASSWORD:
            raise UnreadableError(Problem.LOCKED)
        if code == _BOF and place in order:
            page = pages.setdefault(place, _Found())
        elif page is not None:
            _note(page, code, body, styles, formats)
        elif code == _SHEET:
            order.append(struct.unpack_from("<I", body)[0])
        elif code == _EPOCH:
            from_1904 = body[:1] == b"\x01"
        elif code == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif code == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = "%" if b"%" in body[5:] else ""
    return Told([_unseen(pages.get(one, _Found())) for one in order], from_1904)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, place)
        yield place, code, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _note(page: _Found, code: int, body: bytes, styles: list[int], formats: dict[int, str]) -> None:
    if code == _ROW and len(body) >= 14:
        if struct.unpack_from("<H", body, 12)[0] & 0x20:
            page.rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif code == _COLUMNS and len(body) >= 10:
        first, last, width, _, flags = struct.unpack_from("<5H", body)
        if flags & 1 or width == 0:
            page.columns.update(range(first + 1, min(last, 255) + 2))
    elif code == _MERGED:
        for number in range(struct.unpack_from("<H", body)[0]):
            top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * number)
            page.merged.append((top + 1, left + 1, bottom + 1, right + 1))
    elif code in _CELLS and len(body) >= 6:
        row, column, style = struct.unpack_from("<3H", body)
        page.add(row + 1, column + 1)
        if code in _NUMBERS and _is_percent(style, styles, formats):
            page.percents.add((row + 1, column + 1))
    elif code == _MANY and len(body) >= 12:
        row, first = struct.unpack_from("<2H", body)
        for number in range((len(body) - 6) // 6):
            page.add(row + 1, first + number + 1)
            if _is_percent(struct.unpack_from("<H", body, 4 + 6 * number)[0], styles, formats):
                page.percents.add((row + 1, first + number + 1))


def _is_percent(style: int, styles: list[int], formats: dict[int, str]) -> bool:
    number = styles[style] if style < len(styles) else 0
    return number in _PERCENTS or formats.get(number) == "%"


def _unseen(page: _Found) -> Unseen:
    if page.box:
        top, left, bottom, right = page.box
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise UnreadableError(Problem.TOO_WIDE, str(bottom))
    return Unseen(
        rows=frozenset(page.rows),
        columns=frozenset(page.columns),
        merged=tuple(page.merged),
        percents=frozenset(page.percents),
    )
