"""What a table asks for, and what was found in one that came back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.kernel.text import fold

Text = str | Promise

MOST_ROWS = 2_000
"""Rows of one table, unless a caller asks for another limit: so many are checked and saved within seconds."""
LONGEST_CELL = 2_000
REASON_TITLE = _("Lý do phải sửa")
NUMBER_TITLE = _("STT")
EXAMPLE_MARK = _("Ví dụ")
"""Stands in the first column of the template's example row, which is never read."""


@dataclass(frozen=True)
class Column:
    """One column to fill in. `digits`: a code of that many digits, whose leading zeros a spreadsheet may have
    eaten.

    `choices` are offered as a list in the template and never enforced here: what a text means, the caller
    decides.
    """

    key: str
    title: Text
    is_required: bool = False
    hint: Text = ""
    digits: int = 0
    longest: int = LONGEST_CELL
    choices: tuple[str, ...] = ()
    width: int = 22


@dataclass(frozen=True)
class Row:
    """One filled row: its number in the spreadsheet, and the tidy text of each column ("" where empty)."""

    number: int
    values: dict[str, str]


@dataclass(frozen=True)
class Remark:
    """What is to be said about a cell, or about the whole row where `key` is empty;
    a fault unless told otherwise.
    """

    row: int
    key: str
    text: str
    is_fault: bool = True


@dataclass(frozen=True)
class Sheet:
    """A table as it was read. `columns` says under which number each key stands;
    `ignored` are titles of no meaning.
    """

    title: str
    header_row: int
    columns: dict[str, int]
    rows: list[Row] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def spellings(title: Text) -> set[str]:
    """The folded title in both languages, without the mark of a required column."""
    found = set()
    for language in ("vi", "en"):
        with translation.override(language):
            found.add(fold(str(title)))
    return found


def is_one_of(text: object, titles: Iterable[Text]) -> bool:
    """Whether a cell says one of these titles, in either language."""
    folded = fold(str(text or ""))
    return any(folded in spellings(title) for title in titles)
