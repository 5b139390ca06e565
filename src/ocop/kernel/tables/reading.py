"""Reads one sheet as a table of a kind: what would be taken, what is left out and why, every fault."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ocop.kernel.tables import headings
from ocop.kernel.tables.book import Book, Sheet
from ocop.kernel.tables.cells import Letters
from ocop.kernel.tables.headings import Heading
from ocop.kernel.tables.kinds import Doubt, Doubtful, Field, Kind, Left, ReadRow, RowFault, Wrong
from ocop.kernel.tables.meaning import meaning_of
from ocop.kernel.tables.rows import Line, Sorter
from ocop.kernel.text import fold
from ocop.kernel.text.legacy import Alphabet


@dataclass(frozen=True)
class LeftOut:
    """A row, or a whole sheet (row 0), that is not taken; its words as they stand there."""

    row: int
    why: Left
    text: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class FoundPlace:
    """What a text means as a place: the place, or why none; its name of today where it was an old one."""

    place: Any = None
    wrong: Wrong | None = None
    words: str = ""
    now: str = ""


class Places(Protocol):
    """Who knows places."""

    def look_up(self, text: str) -> FoundPlace:
        """What a text means."""


@dataclass(frozen=True)
class SheetSeen:
    """One sheet of the file, to choose from."""

    name: str
    is_visible: bool
    fits: bool


@dataclass
class TableRead:
    """A table as it was read."""

    kind: Kind
    book: Book
    sheet: Sheet
    alphabet: Alphabet = Alphabet.UNICODE
    heading: Heading | None = None
    rows: list[ReadRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    doubts: list[Doubtful] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    hidden_titles: list[str] = field(default_factory=list)
    sheets: list[SheetSeen] = field(default_factory=list)

    @property
    def titles(self) -> dict[int, str]:
        """What stands above each column; where no heading is known, what most likely is one."""
        return self.heading.titles if self.heading else headings.likely(self.sheet)

    @property
    def encoding(self) -> str:
        """How its letters came: of the file, or of the fonts that it was typed for."""
        return self.book.encoding if self.alphabet is Alphabet.UNICODE else self.alphabet.value

    @property
    def table_faults(self) -> list[RowFault]:
        """What is wrong with the whole."""
        return [fault for fault in self.faults if not fault.line]

    @property
    def faulty_rows(self) -> set[int]:
        """The rows in which something is to be mended."""
        return {fault.line for fault in self.faults if fault.line}

    @property
    def good(self) -> list[ReadRow]:
        """The rows that would be taken; none where something is wrong with the whole."""
        if self.table_faults:
            return []
        faulty = self.faulty_rows
        return [row for row in self.rows if row.number not in faulty]


def read_table(
    book: Book,
    kind: Kind,
    *,
    sheet: str = "",
    mapping: Mapping[str, str] | None = None,
    places: Places | None = None,
) -> TableRead:
    """Reads the sheet of that name, else the first visible one that fits.

    `mapping` says which title stands above which field, where somebody chose. Nothing is guessed: what could
    be two things is a fault.
    """
    written = {one.name: Letters(one) for one in book.sheets}
    seen = {one.name: _seen(one, written[one.name], kind, mapping) for one in book.sheets}
    chosen = _choose(book, seen, sheet)
    letters = written[chosen.name]
    found = TableRead(kind, book, chosen, letters.alphabet, seen[chosen.name][0])
    found.sheets = [SheetSeen(one.name, one.is_visible, seen[one.name][1]) for one in book.sheets]
    if sheet and chosen.name != sheet:
        found.faults.append(RowFault("", Wrong.SHEET_MISSING, sheet))
    _leave_sheets(found, seen)
    if found.heading is None:
        found.faults.append(RowFault("", Wrong.COLUMNS_MISSING))
        return found
    lines = _look_at_columns(found, found.heading, letters)
    if not found.table_faults:
        _read_rows(found, found.heading, lines, letters, places)
    return found


_ROWS_PER_ROW = 4
"""Rows of a sheet for each that is taken: groups, totals and notes are not that many."""
Seen = dict[str, tuple[Heading | None, bool]]


def _seen(
    sheet: Sheet, letters: Letters, kind: Kind, mapping: Mapping[str, str] | None
) -> tuple[Heading | None, bool]:
    heading = headings.find(sheet, letters, kind, mapping)
    needed = {one.key for one in kind.fields if one.is_required and not one.by_group}
    return heading, heading is not None and needed <= set(heading.columns) | set(heading.twice)


def _choose(book: Book, seen: Seen, wanted: str) -> Sheet:
    named = next((one for one in book.sheets if one.name == wanted and one.is_visible), None)
    if named is not None:
        return named
    visible = [one for one in book.sheets if one.is_visible] or book.sheets
    fitting = next((one for one in visible if seen[one.name][1]), None)
    near = max(visible, key=lambda one: len(heading.columns) if (heading := seen[one.name][0]) else -1)
    return fitting or near


def _leave_sheets(found: TableRead, seen: Seen) -> None:
    for one in found.book.sheets:
        if one is found.sheet or not any(any(cell not in (None, "") for cell in row) for row in one.rows):
            continue
        if not one.is_visible:
            found.left_out.append(LeftOut(0, Left.HIDDEN_SHEET, "", one.name))
        elif seen[one.name][1]:
            found.left_out.append(LeftOut(0, Left.OTHER_SHEET, "", one.name))


def _look_at_columns(found: TableRead, heading: Heading, letters: Letters) -> list[Line]:
    """Names what stands above no field, twice, hidden or nowhere; then the rows, told apart."""
    hidden = found.sheet.unseen.columns
    for key, column in list(heading.columns.items()):
        if column in hidden:
            found.hidden_titles.append(heading.titles[column])
            del heading.columns[key]
            if found.kind.field(key).is_required:
                found.faults.append(RowFault(key, Wrong.COLUMN_HIDDEN, heading.titles[column]))
    for key, columns in heading.twice.items():
        titles = "”, “".join(heading.titles[column] for column in columns)
        found.faults.append(RowFault(key, Wrong.COLUMN_TWICE, titles))
    known = set(heading.columns.values()) | {heading.number_column}
    known |= {column for columns in heading.twice.values() for column in columns}
    for column, title in heading.titles.items():
        if column in known or fold(title) in headings.REASON_TITLES or not fold(title):
            continue
        (found.hidden_titles if column in hidden else found.unknown).append(title)
    too_many = RowFault("", Wrong.TOO_MANY_ROWS, str(found.kind.most_rows))
    filled = sum(any(cell not in (None, "") for cell in row) for row in found.sheet.rows)
    if filled > found.kind.most_rows * _ROWS_PER_ROW:
        found.faults.append(too_many)  # so many that telling them apart would take long
        return []
    lines = Sorter(found.sheet, letters, heading, found.kind).sort()
    if sum(line.why is None for line in lines) > found.kind.most_rows:
        found.faults.append(too_many)
    grouped = any(line.groups for line in lines)
    for one in found.kind.fields:
        is_there = one.key in heading.columns or one.key in heading.twice
        said = any(fault.where == one.key for fault in found.faults)
        if one.is_required and not is_there and not said and not (one.by_group and grouped):
            found.faults.append(RowFault(one.key, Wrong.COLUMN_MISSING, one.titles[0]))
    return lines


def _read_rows(
    found: TableRead, heading: Heading, lines: list[Line], letters: Letters, places: Places | None
) -> None:
    for line in lines:
        if line.why is not None:
            text = " · ".join(text for text in line.every if text)[:200]
            found.left_out.append(LeftOut(line.number, line.why, text))
            continue
        row, faults = _read_row(found, heading, line, places)
        if (why := found.kind.leave(row)) is not None:
            found.left_out.append(
                LeftOut(line.number, why, " · ".join(text for text in line.every if text)[:200])
            )
            continue
        found.rows.append(row)
        found.faults += faults
        found.doubts += [] if faults else found.kind.doubt(row)
        if any(row == line.number for row, _column in letters.turned):
            found.doubts.append(Doubtful(line.number, Doubt.LETTERS_TURNED))
    if not found.rows:
        found.faults.append(RowFault("", Wrong.NOTHING_FILLED))
    _find_twins(found)


def _read_row(
    found: TableRead, heading: Heading, line: Line, places: Places | None
) -> tuple[ReadRow, list[RowFault]]:
    row = ReadRow(line.number, dict(line.texts), {}, line.groups)
    faults: list[RowFault] = []
    for one in found.kind.fields:
        column = heading.columns.get(one.key, 0)
        where = line.number, column
        text = line.texts.get(one.key, "")
        if where in found.sheet.unseen.uncomputed:
            faults.append(RowFault(one.key, Wrong.FORMULA, "", line.number))
            continue
        meant = meaning_of(one, text, found.sheet.cell(*where), found.book.counts_from_1904, places)
        if not text and one.by_group:
            meant = _by_group(one, line.groups, places) or meant
        row.values[one.key] = meant.value
        if meant.wrong is not None:
            faults.append(RowFault(one.key, _said(one, meant.wrong), meant.words or text[:80], line.number))
        elif one.is_required and meant.value in (None, ""):
            faults.append(RowFault(one.key, one.lacking, one.titles[0], line.number))
        if meant.now:
            found.doubts.append(Doubtful(line.number, Doubt.OLD_PLACE, one.key, meant.now))
    # a cell that is wrong already is not said to be wrong twice
    known = {fault.where for fault in faults}
    return row, faults + [fault for fault in found.kind.check(row) if fault.where not in known]


def _said(one: Field, wrong: Wrong) -> Wrong:
    """A number that cannot be read is missing, where its field says so."""
    return one.lacking if wrong is Wrong.NO_NUMBER and one.lacking is not Wrong.CELL_EMPTY else wrong


def _by_group(one: Field, groups: tuple[str, ...], places: Places | None) -> Any:
    """What the innermost group that says anything of this field means."""
    for text in reversed(groups):
        meant = meaning_of(one, text, text, False, places, of_group=True)
        if meant.value not in (None, "") and meant.wrong is None:
            return meant
    return None


def _find_twins(found: TableRead) -> None:
    """One thing written twice is a fault; what differs by marks alone is named."""
    if not found.kind.twin:
        return
    same: dict[tuple[str, ...], int] = {}
    like: dict[tuple[str, ...], int] = {}
    faulty = found.faulty_rows
    for row in found.rows:
        if row.number in faulty:
            continue
        said = [str(row.values.get(key) or "") for key in found.kind.twin]
        folded = tuple(fold(text) for text in said)
        exact = tuple(unicodedata.normalize("NFC", text).casefold() for text in said)
        exact = folded if found.kind.twin_without_marks else exact
        if exact in same:
            found.faults.append(RowFault(found.kind.anchor, Wrong.ROW_TWICE, str(same[exact]), row.number))
        elif folded in like:
            found.doubts.append(Doubtful(row.number, Doubt.LOOK_ALIKE, found.kind.anchor, str(like[folded])))
        same.setdefault(exact, row.number)
        like.setdefault(folded, row.number)
