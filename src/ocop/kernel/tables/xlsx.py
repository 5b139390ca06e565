"""What an .xlsx says beside its values: hidden rows and columns, merged cells, percent, open formulas."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from ocop.kernel.tables.archives import Attributes, Parts
from ocop.kernel.tables.biff import Told
from ocop.kernel.tables.book import MOST_CELLS, MOST_FILLED, Area, Problem, UnreadableError, Unseen

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_PERCENTS = {9, 10}
_YES, _FLAT = {"1", "true"}, {"0", "0.0"}
_VALUES = {"v", "t"}


def told_by(parts: Parts) -> Told:
    """Reads workbook, styles and every sheet. Raises where there is too much, or it is locked or torn."""
    if any(name.lower().endswith("vbaproject.bin") for name in parts.names):
        raise UnreadableError(Problem.MACROS)
    if "xl/workbook.bin" in parts.names:
        raise UnreadableError(Problem.BINARY)
    workbook = _Workbook()
    parts.parse(_WORKBOOK, workbook.start)
    targets: dict[str, str] = {}
    parts.parse(_RELATIONS, lambda _tag, given: _relate(targets, given))
    styles = _Styles()
    parts.parse(_STYLES, styles.start)
    told = []
    for relation in workbook.relations:
        page = _Page(styles.percents)
        parts.parse(targets.get(relation, ""), page.start, page.end, page.text)
        told.append(page.told())
    return Told(told, workbook.from_1904)


def _relate(targets: dict[str, str], given: Attributes) -> None:
    target = given.get("Target", "")
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    targets[given.get("Id", "")] = path


class _Workbook:
    def __init__(self) -> None:
        self.relations: list[str] = []
        self.from_1904 = False

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "sheet":
            self.relations.append(next((v for k, v in given.items() if k.endswith(":id")), ""))
        elif tag == "workbookPr":
            self.from_1904 = given.get("date1904", "") in {"1", "true"}


class _Styles:
    """Which styles of cells show percent."""

    def __init__(self) -> None:
        self.percents: list[bool] = []
        self._formats = set(_PERCENTS)
        self._inside = False

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "numFmt" and "%" in given.get("formatCode", ""):
            self._formats.add(_number(given.get("numFmtId", "")))
        elif tag in {"cellXfs", "cellStyleXfs"}:
            self._inside = tag == "cellXfs"
        elif tag == "xf" and self._inside:
            self.percents.append(_number(given.get("numFmtId", "")) in self._formats)


@dataclass
class _Page:
    percent_styles: list[bool]
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    box: tuple[int, int, int, int] | None = None
    filled: int = 0
    row: int = 0
    column: int = 0
    style: int = 0
    kind: str = ""
    has_formula: bool = False
    has_value: bool = False
    is_value: bool = False

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "row":  # first, because there may be a million
            written = given.get("r", "")
            self.row = int(written) if written.isdigit() and len(written) < 8 else self.row + 1
            self.column = 0
            if given.get("hidden") in _YES or given.get("ht") in _FLAT:
                self.rows.add(self.row)
        elif tag == "c":
            where = _REFERENCE.fullmatch(given.get("r", ""))
            self.column = column_number(where[1]) if where else self.column + 1
            self.row = int(where[2]) if where else self.row
            self.style, self.kind = _number(given.get("s", "0")), given.get("t", "n")
            self.has_formula = self.has_value = False
        elif tag in _VALUES:
            self.is_value = True
        elif tag == "f":
            self.has_formula = True
        elif tag == "col":
            if given.get("hidden") in _YES or given.get("width") in _FLAT:
                first, last = _number(given.get("min", "")), _number(given.get("max", ""))
                self.columns.update(range(first, min(last, first + 300) + 1))
        elif tag == "mergeCell":
            ends = _REFERENCE.findall(given.get("ref", ""))
            if len(ends) == 2:
                (left, top), (right, bottom) = ends
                self.merged.append((int(top), column_number(left), int(bottom), column_number(right)))

    def text(self, words: str) -> None:
        if self.is_value and words.strip():
            self.has_value = True

    def end(self, tag: str) -> None:
        if tag != "c":
            self.is_value = self.is_value and tag not in _VALUES
            return
        here = self.row, self.column
        if self.has_formula and not self.has_value:
            self.uncomputed.add(here)
        if not self.has_value and not self.has_formula:
            return
        if self.kind == "n" and self.style < len(self.percent_styles) and self.percent_styles[self.style]:
            self.percents.add(here)
        self.filled += 1
        top, left, bottom, right = self.box or (*here, *here)
        self.box = min(top, here[0]), min(left, here[1]), max(bottom, here[0]), max(right, here[1])
        if self.filled > MOST_FILLED:
            raise UnreadableError(Problem.TOO_HEAVY)

    def told(self) -> Unseen:
        refuse_wide(self.box)
        return Unseen(
            frozenset(self.rows),
            frozenset(self.columns),
            tuple(self.merged),
            frozenset(self.percents),
            frozenset(self.uncomputed),
        )


def refuse_wide(box: tuple[int, int, int, int] | None) -> None:
    """Raises where a few cells lie so far apart that the sheet between them would fill the memory."""
    if box is not None:
        top, left, bottom, right = box
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise UnreadableError(Problem.TOO_WIDE, str(bottom))


def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
