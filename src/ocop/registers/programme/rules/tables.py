"""Reading a table of targets as an office has it: cells in, rows and named faults out. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ocop.kernel.faults import Fault
from ocop.kernel.text import fold
from ocop.registers.programme.rules.counting import ScopeField, count_rules, counted_rules
from ocop.registers.programme.rules.plans import Bound

MOST_ROWS = 500
LONGEST = {"key": 40, "text": 300, "unit": 40}

# the columns and the words that people write above them
COLUMNS: dict[str, frozenset[str]] = {
    "key": frozenset({"key", "khoa", "ma"}),
    "text": frozenset({"text", "chi tieu", "ten chi tieu", "noi dung"}),
    "unit": frozenset({"unit", "don vi", "don vi tinh", "dvt"}),
    "value": frozenset({"value", "so", "so luong", "ke hoach", "gia tri"}),
    "at_least": frozenset({"at least", "muc", "toi thieu"}),
    "counted_from": frozenset({"counted from", "cach dem", "dem tu", "ghi chu"}),
}
NEEDED = ("text", "unit")
_YES = frozenset({"yes", "co", "x", "tro len", "toi thieu", ">=", "≥"})
_NO = frozenset({"no", "khong", "dung", "="})
_ALL = ("all", "tat ca", "toan bo")
_ALL_IN_FIGURES = "100%"  # read as it is written: folded it would begin like a thousand
_BY_HAND = frozenset({"ghi tay", "by hand", "manual"})
_YEARS = re.compile(r"\bnăm\s+(20\d\d)(?:\s*[-–]\s*(20\d\d))?", re.IGNORECASE)
_KEY = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


class FaultKind(StrEnum):
    """What can be wrong with a cell."""

    EMPTY_TABLE = "empty_table"
    TOO_MANY_ROWS = "too_many_rows"
    COLUMN_MISSING = "column_missing"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_TWICE = "column_twice"
    CELL_EMPTY = "cell_empty"
    TOO_LONG = "too_long"
    NO_NUMBER = "no_number"
    NOT_POSITIVE = "not_positive"
    UNKNOWN_BOUND = "unknown_bound"
    BOUND_WITHOUT_NUMBER = "bound_without_number"
    BAD_KEY = "bad_key"
    KEY_TWICE = "key_twice"
    FORMULA = "formula"
    MERGED = "merged"
    REFUSED = "refused"


@dataclass(frozen=True)
class TargetRow:
    """One target as read."""

    row: int
    key: str
    name: str
    unit: str
    value: int | None
    bound: Bound
    count_rule: str
    year_from: int | None
    year_to: int | None
    note: str


@dataclass
class Table:
    """What was read, and what could not be."""

    rows: list[TargetRow] = field(default_factory=list)
    faults: list[Fault[FaultKind]] = field(default_factory=list)


def cells_of(text: str) -> list[list[str]]:
    """Pasted text as cells: tabs as spreadsheets copy them, else semicolons or commas."""
    first = text.lstrip("\ufeff\n\r ").split("\n", 1)[0]
    mark = next((one for one in "\t;" if one in first), ",")
    return [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=mark)
    ]


def text_of(cells: Sequence[Sequence[str]]) -> str:
    """Cells as text that `cells_of` reads again."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(cells)
    return out.getvalue()


def read_targets(cells: Sequence[Sequence[str]]) -> Table:
    """The targets of a table whose first filled row names the columns.
    Every fault is named; empty rows are passed.
    """
    numbered = [(n, list(row)) for n, row in enumerate(cells, start=1) if any(cell.strip() for cell in row)]
    table = Table()
    if len(numbered) < 2:
        table.faults.append(Fault("", FaultKind.EMPTY_TABLE, line=1))
        return table
    if len(numbered) - 1 > MOST_ROWS:
        table.faults.append(
            Fault("", FaultKind.TOO_MANY_ROWS, str(len(numbered) - 1), line=numbered[MOST_ROWS + 1][0])
        )
        return table
    columns, table.faults = _columns(*numbered[0])
    if table.faults:
        return table
    seen: set[str] = set()
    for number, row in numbered[1:]:
        given = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        _read_row(table, number, given, seen)
    return table


def _columns(number: int, header: list[str]) -> tuple[dict[str, int], list[Fault[FaultKind]]]:
    found: dict[str, int] = {}
    faults = []
    for at, word in enumerate(header):
        if not word.strip():
            continue
        folded = fold(word)
        name = next((name for name, words in COLUMNS.items() if folded in words), None)
        if name is None:
            faults.append(Fault(word, FaultKind.COLUMN_UNKNOWN, line=number))
        elif name in found:
            faults.append(Fault(word, FaultKind.COLUMN_TWICE, line=number))
        else:
            found[name] = at
    faults += [Fault(name, FaultKind.COLUMN_MISSING, line=number) for name in NEEDED if name not in found]
    return found, faults


def _read_row(table: Table, number: int, given: dict[str, str], seen: set[str]) -> None:
    faults = [Fault(name, FaultKind.CELL_EMPTY, line=number) for name in NEEDED if not given[name]]
    faults += [
        Fault(name, FaultKind.TOO_LONG, str(most), line=number)
        for name, most in LONGEST.items()
        if len(given.get(name, "")) > most
    ]
    key = given.get("key", "").lower()
    if key and not _KEY.fullmatch(key):
        faults.append(Fault("key", FaultKind.BAD_KEY, key, line=number))
    if key and key in seen:
        faults.append(Fault("key", FaultKind.KEY_TWICE, key, line=number))
    seen.add(key)
    value, value_faults = _value(number, given.get("value", ""))
    bound, bound_faults = _bound(number, given.get("at_least", ""), value is not None or bool(value_faults))
    faults += value_faults + bound_faults
    table.faults += faults
    if not faults:
        note = given.get("counted_from", "")
        rule = _rule(key, note)
        first, last = _years(given["text"], rule)
        # how a rule counts is said by the rule; what an office writes of a hand-kept target stays with it
        kept = "" if rule else note
        row = TargetRow(number, key, given["text"], given["unit"], value, bound, rule, first, last, kept)
        table.rows.append(row)


def _value(number: int, text: str) -> tuple[int | None, list[Fault[FaultKind]]]:
    digits = re.sub(r"[\s.](?=\d{3}\b)", "", text)
    if not digits:
        return None, []
    if digits.endswith(".0"):  # a spreadsheet's whole number
        digits = digits[:-2]
    if not digits.isascii() or not re.fullmatch(r"-?\d{1,9}", digits):
        return None, [Fault("value", FaultKind.NO_NUMBER, text, line=number)]
    value = int(digits)
    return (value, []) if value >= 1 else (None, [Fault("value", FaultKind.NOT_POSITIVE, text, line=number)])


def _bound(number: int, text: str, has_value: bool) -> tuple[Bound, list[Fault[FaultKind]]]:
    folded = fold(text)
    said = {folded, text}  # folding drops signs
    if not text or said & _NO:
        return (Bound.EXACTLY if has_value else Bound.UNSET), []
    if said & _YES:
        fault = [] if has_value else [Fault("at_least", FaultKind.BOUND_WITHOUT_NUMBER, text, line=number)]
        return Bound.AT_LEAST, fault
    if not has_value and (folded.startswith(_ALL) or text.startswith(_ALL_IN_FIGURES)):
        return Bound.ALL_DUE, []
    return Bound.UNSET, [Fault("at_least", FaultKind.UNKNOWN_BOUND, text, line=number)]


def _rule(key: str, counted_from: str) -> str:
    """The rule named by the key, else by its code in the words of the count; empty means by hand."""
    if fold(counted_from) in _BY_HAND:
        return ""
    counted = counted_rules()
    return next((named for named in (key, counted_from.strip()) if named in counted), "")


def _years(text: str, rule: str) -> tuple[int | None, int | None]:
    """The years of recognition that the words speak of, where the count can heed them."""
    match = _YEARS.search(text)
    if not rule or match is None or ScopeField.YEARS not in count_rules()[rule].narrowed_by:
        return None, None
    return int(match[1]), int(match[2] or match[1])
