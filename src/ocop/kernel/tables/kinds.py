"""What a kind of table asks for: its fields, the words people write above them, what is said of a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from ocop.kernel.faults import Fault
from ocop.kernel.text import fold

MOST_ROWS = 2_000
LONGEST_CELL = 2_000


class Reading(StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"
    AMOUNT = "amount"
    WHOLE = "whole"
    DAY = "day"
    PLACE = "place"
    PHONE = "phone"
    CHOICE = "choice"


class Wrong(StrEnum):
    """What can be wrong with a table or a cell."""

    COLUMNS_MISSING = "columns_missing"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    COLUMN_HIDDEN = "column_hidden"
    SHEET_MISSING = "sheet_missing"
    TOO_MANY_ROWS = "too_many_rows"
    NOTHING_FILLED = "nothing_filled"
    CELL_EMPTY = "cell_empty"
    CELL_MERGED = "cell_merged"
    TOO_LONG = "too_long"
    BROKEN_LETTER = "broken_letter"
    ERROR_VALUE = "error_value"
    FORMULA = "formula"
    NO_NUMBER = "no_number"
    NUMBER_DOUBTFUL = "number_doubtful"
    NO_DAY = "date_unreadable"
    NO_PHONE = "phone_unreadable"
    NO_CHOICE = "choice_unknown"
    NO_LETTER = "name_missing"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_DOUBTFUL = "place_doubtful"
    ROW_TWICE = "row_twice"
    STAR_NOT_OF_AUTHORITY = "star_not_of_authority"
    UNTIL_BEFORE_FROM = "until_before_from"
    CODE_MALFORMED = "code_malformed"
    STARS_MISSING = "stars_missing"
    IN_FUTURE = "date_in_future"
    KNOWN_OTHERWISE = "known_otherwise"
    BOUND_UNKNOWN = "bound_unknown"
    BOUND_WITHOUT_NUMBER = "bound_without_number"
    NOT_POSITIVE = "not_positive"
    UNIT_DIFFERS = "unit_differs"
    KEY_MALFORMED = "key_malformed"
    ROLE_NOT_OF_LEVEL = "role_not_of_level"
    EMAIL_MALFORMED = "email_malformed"
    SIGN_IN_NAME = "sign_in_name"
    CONTACT_MISSING = "contact_missing"
    REFUSED = "refused"


class Doubt(StrEnum):
    """What is taken and should be looked at."""

    LOOK_ALIKE = "look_alike"
    OLD_PLACE = "old_place"
    LETTERS_TURNED = "letters_turned"
    AUTHORITY = "authority_doubtful"
    TERM = "term_computed"
    ALIKE = "alike"


class Left(StrEnum):
    """Why a row, or a sheet, is left out."""

    HIDDEN = "hidden"
    HIDDEN_SHEET = "hidden_sheet"
    OTHER_SHEET = "other_sheet"
    NUMBERING = "numbering"
    HEADING = "heading"
    GROUP = "group"
    TOTAL = "total"
    NOTE = "note"
    AFTER = "after_table"
    EXAMPLE = "example"
    NO_VALUES = "no_values"
    NO_LEARNER = "no_learner"


@dataclass(frozen=True)
class Field:
    """One thing that a row may say. `titles`: what people write above it, the first in the template.

    `choices`: each value with the words that mean it. `by_group`: a group row above may say it for all rows
    under it. `never`: folded words that rule a title out. `digits`: a code of that many, whose leading zeros
    a spreadsheet may have eaten. `lacking`: what is said where it is needed and empty or cannot be read.
    """

    key: str
    titles: tuple[str, ...]
    is_required: bool = False
    reading: Reading = Reading.TEXT
    longest: int = 300
    digits: int = 0
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_group: bool = False
    never: tuple[str, ...] = ()
    lacking: Wrong = Wrong.CELL_EMPTY

    @cached_property
    def words(self) -> frozenset[str]:
        """Its key and titles, as they are compared."""
        return frozenset(fold(title) for title in (self.key, *self.titles))

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """Every word that means one of its values, as it is compared."""
        return {fold(word): value for value, words in self.choices.items() for word in (value, *words)}

    def choice(self, text: str) -> str | None:
        """The value that these words mean."""
        return self.meanings.get(fold(text))


@dataclass(frozen=True)
class ReadRow:
    """One row as it was read: its number in the sheet, the texts, what they mean, the groups it stands in."""

    number: int
    texts: Mapping[str, str]
    values: dict[str, Any]
    groups: tuple[str, ...] = ()

    def text(self, key: str) -> str:
        """The tidy text of a field, "" where there is none."""
        return self.texts.get(key, "")

    def decimal(self, key: str) -> Decimal | None:
        """The number of a field."""
        return self.values.get(key)

    def day(self, key: str) -> date | None:
        """The day of a field."""
        return self.values.get(key)


RowFault = Fault[Wrong]


@dataclass(frozen=True)
class Doubtful:
    """A doubt about a row, or a cell of it."""

    row: int
    code: Doubt
    where: str = ""
    value: str = ""


def nothing(_row: ReadRow) -> list[RowFault]:
    """No more is said of a row."""
    return []


def certain(_row: ReadRow) -> list[Doubtful]:
    """Nothing of a row is doubtful."""
    return []


def kept(_row: ReadRow) -> Left | None:
    """Every row of data is taken."""
    return None


@dataclass(frozen=True)
class Kind:
    """A kind of table. `anchor` is the field that makes a row one: the name. `check` says what is wrong with
    a row as a whole and settles its values; `doubt` what is to be looked at in a good row; `leave` why a good
    row is no row of this table. `twin`: rows that agree in these are one thing written twice.
    """

    name: str
    fields: tuple[Field, ...]
    anchor: str = "name"
    check: Callable[[ReadRow], list[RowFault]] = nothing
    doubt: Callable[[ReadRow], list[Doubtful]] = certain
    leave: Callable[[ReadRow], Left | None] = kept
    twin: tuple[str, ...] = ()
    twin_without_marks: bool = False
    most_rows: int = MOST_ROWS

    def field(self, key: str) -> Field:
        """The field of this key."""
        return next(one for one in self.fields if one.key == key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its fields, in order."""
        return tuple(one.key for one in self.fields)
