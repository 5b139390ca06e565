"""The closed lists of the advisory team, and when a report says enough. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


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
