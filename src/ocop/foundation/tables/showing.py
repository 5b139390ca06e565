"""A table as a page shows it before anything is saved: what was read, what is left out, what is wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ocop.foundation.places.models import Place
from ocop.foundation.tables.labels import ALPHABETS, LEFT, doubt_words, fault_words, title_words
from ocop.kernel.tables import Doubtful, Kind, Reading, ReadRow, RowFault, TableRead
from ocop.kernel.text import date_vi, number_vi

MOST_SHOWN = 300


@dataclass(frozen=True)
class ShownCell:
    """A cell as it was understood; `wrong` where it must be mended."""

    title: str
    text: str
    wrong: str


@dataclass(frozen=True)
class ShownRow:
    """A row with its number in the sheet, and what is said of the whole of it."""

    number: int
    cells: list[ShownCell]
    said: list[str]
    is_faulty: bool


def shown(found: TableRead) -> dict[str, Any]:
    """Everything a page says of a table. The faulty rows come first where there are too many to show."""
    wrong, doubts = defaultdict(list), defaultdict(list)
    for fault in found.faults:
        wrong[fault.line].append(fault)
    for doubt in found.doubts:
        doubts[doubt.row].append(doubt)
    keys = _keys(found)
    rows = [_row(found.kind, row, keys, wrong[row.number], doubts[row.number]) for row in found.rows]
    kept = rows
    if len(rows) > MOST_SHOWN:
        faulty = [row for row in rows if row.is_faulty][:MOST_SHOWN]
        kept = sorted(faulty + [row for row in rows if not row.is_faulty][: MOST_SHOWN - len(faulty)],
                      key=lambda row: row.number)  # fmt: skip
    return {
        "found": found,
        "titles": [title_words(found.kind, key) for key in keys],
        "rows": kept,
        "more": len(rows) - len(kept),
        "row_count": len(found.rows),
        "good_count": len(found.good),
        "faulty_count": len(found.faulty_rows),
        "table_faults": [fault_words(fault) for fault in found.table_faults],
        "left_out": [(one.row, one.sheet, one.text, LEFT[one.why]) for one in found.left_out],
        "encoding": ALPHABETS.get(found.encoding, found.encoding),
    }


def _keys(found: TableRead) -> list[str]:
    """The fields that some row says anything of, in the order of the kind."""
    return [key for key in found.kind.keys if any(row.text(key) or row.values.get(key) for row in found.rows)]


def _row(
    kind: Kind, row: ReadRow, keys: list[str], faults: list[RowFault], doubts: list[Doubtful]
) -> ShownRow:
    wrong: dict[str, list[str]] = defaultdict(list)
    for fault in faults:
        wrong[fault.where if fault.where in keys else ""].append(fault_words(fault))
    cells = [
        ShownCell(title_words(kind, key), cell_words(kind, key, row), " ".join(wrong.get(key, [])))
        for key in keys
    ]
    said = wrong.get("", []) + [doubt_words(one) for one in doubts]
    return ShownRow(row.number, cells, said, bool(wrong))


def cell_words(kind: Kind, key: str, row: ReadRow) -> str:
    """A value as it was understood; the text itself where it was not."""
    value, one = row.values.get(key), kind.field(key)
    if value is None or value == "":
        return row.text(key)
    if isinstance(value, Place):
        return value.local_name
    if isinstance(value, Decimal):
        return number_vi(value)
    if isinstance(value, date):
        return date_vi(value)
    if one.reading is Reading.CHOICE:
        return one.choices[value][0]
    return row.text(key) if isinstance(value, tuple) else str(value)


def allowed(kind: Kind) -> list[tuple[str, bool, list[str]]]:
    """Each field with what may be written there, in words."""
    return [(title_words(kind, one.key), one.is_required, [words[0] for words in one.choices.values()])
            for one in kind.fields]  # fmt: skip
