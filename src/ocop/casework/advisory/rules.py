"""The closed lists of the advisory team, and when a report says enough. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction


class Function(StrEnum):
    """What a person is on the team."""

    HEAD = "head"
    MEMBER = "member"
    SECRETARY = "secretary"


class Suggestion(StrEnum):
    """What the team suggests to the council's chair (article 7(3)(c))."""

    EVALUATE = "evaluate"
    SUPPLEMENT = "supplement"
    VISIT = "visit"
    TEST = "test"
    NOT_YET = "not_yet"


def unsaid(sections: Iterable[str], findings: Mapping[str, str]) -> list[str]:
    """The sections of the sheet of which a report says nothing."""
    return [code for code in sections if not findings.get(code, "").strip()]


def mean(sheets: Sequence[Mapping[str, Fraction]]) -> dict[str, Fraction]:
    """The exact mean of the sheets, part by part; nothing of no sheet."""
    codes = dict.fromkeys(code for parts in sheets for code in parts)
    return {code: sum((parts[code] for parts in sheets), Fraction(0)) / len(sheets) for code in codes}
