"""What an .ods says beside its values: hidden rows, columns and sheets, merged cells, percent."""

from __future__ import annotations

from dataclasses import dataclass, field

from ocop.kernel.tables.archives import Attributes, Parts, local
from ocop.kernel.tables.biff import Told
from ocop.kernel.tables.book import MOST_FILLED, Area, Problem, UnreadableError, Unseen
from ocop.kernel.tables.xlsx import refuse_wide

_UNSEEN = {"collapse", "filter"}
_MOST_REPEATED = 1 << 20


def told_by(parts: Parts) -> Told:
    """Reads the content. Raises where there is too much, or it is locked or torn."""
    locked: list[bool] = []
    parts.parse(
        "META-INF/manifest.xml", lambda tag, _given: locked.append(True) if tag == "encryption-data" else None
    )
    if locked:
        raise UnreadableError(Problem.LOCKED)
    if any(
        name.startswith("Basic/") and name.endswith(".xml") and "script-l" not in name for name in parts.names
    ):
        raise UnreadableError(Problem.MACROS)
    content = _Content()
    parts.parse("content.xml", content.start, content.end)
    return Told([page.told() for page in content.pages])


@dataclass
class _Page:
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    box: tuple[int, int, int, int] | None = None
    filled: int = 0
    row: int = 0
    column: int = 0
    described: int = 0
    rows_here: int = 1

    def told(self) -> Unseen:
        refuse_wide(self.box)
        return Unseen(
            frozenset(self.rows), frozenset(self.columns), tuple(self.merged), frozenset(self.percents)
        )

    def start_row(self, given: Attributes) -> None:
        self.rows_here, self.column = _count(given, "number-rows-repeated"), 0
        if local(given, "visibility") in _UNSEEN:
            self.rows.update(range(self.row + 1, self.row + min(self.rows_here, 70_000) + 1))

    def end_row(self) -> None:
        self.row += self.rows_here

    def describe_column(self, given: Attributes) -> None:
        count = _count(given, "number-columns-repeated")
        if local(given, "visibility") in _UNSEEN:
            self.columns.update(range(self.described + 1, self.described + min(count, 300) + 1))
        self.described += count

    def cell(self, given: Attributes) -> None:
        count = _count(given, "number-columns-repeated")
        row, column = self.row + 1, self.column + 1
        across, down = _count(given, "number-columns-spanned"), _count(given, "number-rows-spanned")
        if across > 1 or down > 1:
            self.merged.append((row, column, row + down - 1, column + across - 1))
        if local(given, "value-type"):
            last_row, last_column = self.row + self.rows_here, self.column + count
            self.filled += self.rows_here * count
            if self.filled > MOST_FILLED:
                raise UnreadableError(Problem.TOO_HEAVY)
            top, left, bottom, right = self.box or (row, column, row, column)
            self.box = min(top, row), min(left, column), max(bottom, last_row), max(right, last_column)
            if local(given, "value-type") == "percentage":
                self.percents.update(
                    (r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)
                )
        self.column += count


class _Content:
    def __init__(self) -> None:
        self.pages: list[_Page] = []
        self._depth = 0

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.pages.append(_Page())
        elif self._depth != 1:
            return
        elif tag == "table-row":
            self.pages[-1].start_row(given)
        elif tag == "table-column":
            self.pages[-1].describe_column(given)
        elif tag in {"table-cell", "covered-table-cell"}:
            self.pages[-1].cell(given)

    def end(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
        elif tag == "table-row" and self._depth == 1:
            self.pages[-1].end_row()


def _count(given: Attributes, name: str) -> int:
    text = local(given, name)
    return min(int(text), _MOST_REPEATED) if text.isascii() and text.isdigit() and len(text) < 9 else 1
