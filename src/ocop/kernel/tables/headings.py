"""Finds the heading of a table below its title rows: one row or more, merged cells, running numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ocop.kernel.tables.book import Sheet
from ocop.kernel.tables.cells import Letters
from ocop.kernel.tables.kinds import Field, Kind, Reading
from ocop.kernel.text import fold as fold_anew

fold = lru_cache(maxsize=20_000)(fold_anew)
WITHIN = 60
MORE_ROWS = 8
"""Under a heading that has all that is needed, so many rows may bring a better one."""
MOST_DEEP = 3
MOST_COLUMNS = 100
NUMBER_TITLES = {"stt", "tt", "so tt", "so thu tu", "s tt", "so", "no", "thu tu", ""}
REASON_TITLES = {fold("Lý do phải sửa"), fold("To mend")}
_TOTALS = {"tong so", "tong", "tong cong", "ca nam", "toan tinh", "chung"}
_BESIDE = re.compile(r"\s*\([^)]*\)\s*|\*+\s*$")
_PLAIN_NUMBER = re.compile(r"\(?[\d.,]+\)?")


@dataclass
class Heading:
    """Where the heading stands, what it says above each column, and which field is which column."""

    first: int
    last: int
    titles: dict[int, str]
    columns: dict[str, int] = field(default_factory=dict)
    twice: dict[str, list[int]] = field(default_factory=dict)
    number_column: int = 0

    def title_of(self, key: str) -> str:
        """What stands above a field."""
        return self.titles.get(self.columns.get(key, 0), "")


def find(
    sheet: Sheet, letters: Letters, kind: Kind, mapping: Mapping[str, str] | None = None
) -> Heading | None:
    """The heading that knows most of the fields; the upper of two equals. None where there is none.

    `mapping` names columns by what stands above them, and then only these are taken.
    """
    best: tuple[tuple[int, int], Heading] | None = None
    all_needed = sum(one.is_required for one in kind.fields)
    for first in range(1, min(len(sheet.rows), WITHIN) + 1):
        if best is not None and best[0][0] == all_needed and first > best[1].last + MORE_ROWS:
            break
        last = first
        while last - first < MOST_DEEP - 1 and _goes_on(sheet, letters, last + 1):
            last += 1
        heading = _match(sheet, letters, kind, (first, last), mapping)
        known = len(heading.columns) + len(heading.twice)
        needed = sum(
            one.key in heading.columns or one.key in heading.twice for one in kind.fields if one.is_required
        )
        is_one = known >= 2 or kind.anchor in heading.columns
        if is_one and len(heading.titles) > 1 and (best is None or (needed, known) > best[0]):
            best = (needed, known), heading
    return best[1] if best else None


def likely(sheet: Sheet) -> dict[int, str]:
    """The titles of the row with the most words in it, for somebody to say what they mean."""
    letters = Letters(sheet)
    best: dict[int, str] = {}
    for row in range(1, min(len(sheet.rows), WITHIN) + 1):
        texts = {column: letters.at(row, column) for column in _columns(sheet)}
        words = {column: text for column, text in texts.items() if re.search(r"[^\W\d]", text)}
        if len(words) > len(best):
            best = words
    return best


def _goes_on(sheet: Sheet, letters: Letters, row: int) -> bool:
    """Whether this row is a second line of the heading: it fills gaps under the first and holds no data."""
    if row > len(sheet.rows):
        return False
    above = {column: letters.at(row - 1, column) for column in _columns(sheet)}
    here = {column: letters.at(row, column) for column in _columns(sheet)}
    filled = [column for column, text in here.items() if text]
    if sum(map(bool, above.values())) < 2:
        return False  # a title over the whole table
    if not filled or any(_PLAIN_NUMBER.fullmatch(here[column]) for column in filled):
        return False
    leading = next((column for column, text in above.items() if text), 0)
    is_under = any(
        _spread(sheet, row - 1, column)[0] < column or _is_wide(sheet, row - 1, column)
        for column in filled
        if not above[column] or _is_wide(sheet, row - 1, column)
    )
    fills_gap = any(not above[column] for column in filled)
    down = {column for column in _columns(sheet) if _reaches(sheet, row, column)}
    if any(here[column] for column in (leading,) if leading and leading not in down):
        return bool(down) and is_under
    return is_under or (fills_gap and (bool(down) or not any(re.search(r"\d", here[one]) for one in filled)))


def _is_wide(sheet: Sheet, row: int, column: int) -> bool:
    return any(
        top <= row <= bottom and left <= column <= right and right > left
        for top, left, bottom, right in sheet.unseen.merged
    )


def _reaches(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a merged cell from above covers this one."""
    return any(
        top < row <= bottom and left <= column <= right for top, left, bottom, right in sheet.unseen.merged
    )


def _spread(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The first column and row of the merged cell that covers this one, else the cell itself."""
    for top, left, bottom, right in sheet.unseen.merged:
        if top <= row <= bottom and left <= column <= right:
            return left, top
    return column, row


def _columns(sheet: Sheet) -> range:
    widest = max((len(row) for row in sheet.rows[:WITHIN]), default=0)
    return range(1, min(widest, MOST_COLUMNS) + 1)


def _match(
    sheet: Sheet, letters: Letters, kind: Kind, rows: tuple[int, int], mapping: Mapping[str, str] | None
) -> Heading:
    titles, own = _titles(sheet, letters, *rows)
    heading = Heading(*rows, {column: " ".join(parts) for column, parts in titles.items()})
    own_words = set().union(*(one.words for one in kind.fields))
    heading.number_column = next(
        (column for column in sorted(titles) if fold(heading.titles[column]) in NUMBER_TITLES - own_words), 0
    )
    if mapping is None:
        _recognise(heading, kind, titles, own, _figures(sheet, letters, heading))
    else:
        for key, wanted in mapping.items():
            found = [column for column, title in heading.titles.items() if fold(title) == fold(wanted)]
            if key in kind.keys and found:
                heading.columns[key] = found[0]
    return heading


def _titles(
    sheet: Sheet, letters: Letters, first: int, last: int
) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Above each column, every part from top to bottom; and the lowest alone."""
    titles: dict[int, list[str]] = {}
    for column in _columns(sheet):
        parts: list[str] = []
        for row in range(first, last + 1):
            left, top = _spread(sheet, row, column)
            text = letters.at(top, left) if top >= first else ""
            if not text and row < last and not parts:
                text = _wide_title(letters, row, column, last)
            if text and text not in parts:
                parts.append(text)
        if parts:
            titles[column] = parts
    return titles, {column: parts[-1] for column, parts in titles.items()}


def _wide_title(letters: Letters, row: int, column: int, last: int) -> str:
    """Where nothing is merged, a title stands over the empty cells at its right that have one below."""
    if not letters.at(last, column):
        return ""
    for before in range(column - 1, 0, -1):
        if text := letters.at(row, before):
            return text if letters.at(last, before) else ""
    return ""


def _figures(sheet: Sheet, letters: Letters, heading: Heading) -> set[int]:
    """The columns that hold figures alone."""
    found = set()
    for column in heading.titles:
        below = [letters.at(row, column) for row in range(heading.last + 1, heading.last + 21)]
        filled = [text for text in below if text]
        if filled and sum(
            bool(re.search(r"\d", text)) and not re.search(r"[^\W\d_]{3}", text) for text in filled
        ) * 2 > len(filled):
            found.add(column)
    return found


def _recognise(
    heading: Heading, kind: Kind, titles: dict[int, list[str]], own: dict[int, str], figures: set[int]
) -> None:
    """First what says it word for word, then beside other words. A text is no column of figures."""
    free = {column for column in titles if column != heading.number_column}
    for ways in (_whole, _lowest, _begins):
        for one in kind.fields:
            if one.key in heading.columns or one.key in heading.twice:
                continue
            found = [column for column in sorted(free) if ways(one, heading.titles[column], own[column])]
            if one.reading is Reading.TEXT and len(found) > 1:
                found = [column for column in found if column not in figures] or found
            if ways is not _whole:
                found = [column for column in found if not _is_other(one, heading.titles[column])]
            wholes = [column for column in found if fold(own[column]) in _TOTALS]
            if len(found) > 1 and len(wholes) == 1:
                found = wholes
            if len(found) == 1:
                heading.columns[one.key] = found[0]
                free -= {found[0]}
            elif found:
                heading.twice[one.key] = found
                free -= set(found)


def _is_other(one: Field, title: str) -> bool:
    """Whether the words say that something else is meant: what was done, where a plan is asked for."""
    folded = f" {fold(title)} "
    return any(f" {word} " in folded for word in one.never)


def _plain(title: str) -> str:
    return re.sub(r"(?: nam)? 20\d\d$", "", fold(_BESIDE.sub(" ", title)))


def _whole(one: Field, title: str, _own: str) -> bool:
    return {fold(title), _plain(title)} & one.words != set()


def _lowest(one: Field, _title: str, own: str) -> bool:
    return {fold(own), _plain(own)} & one.words != set()


def _begins(one: Field, title: str, _own: str) -> bool:
    """Titles of two words and more also where something follows: "Xã, phường nơi sản xuất"."""
    plain = _plain(title)
    return any(plain.startswith(f"{word} ") for word in one.words if len(word.split()) > 1)
