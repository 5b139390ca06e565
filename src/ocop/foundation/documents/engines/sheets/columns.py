"""What a table asks for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

MOST_ROWS = 2_000
"""Rows of one table, unless a caller asks for another limit: so many are checked and saved within seconds."""
LONGEST_CELL = 2_000
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
