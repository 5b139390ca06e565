"""Which papers a closed meeting has beside its minutes, and how one of the chain stands. No database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from ocop.kernel.canonical import sha256_hex, short_code
from ocop.kernel.scoring import Choice
from ocop.kernel.text import slugify_vi


class Kind(StrEnum):
    """A paper that is made here, from sealed data."""

    SHEETS = "sheets"
    SCORES = "scores"
    REPORT = "report"
    ADVISORY = "advisory"


OF_MEETING = (Kind.SCORES, Kind.REPORT)
"""Made once for a meeting; sheets are made for each product, the team's report for each of its numbers."""


class State(StrEnum):
    """How a paper of the chain stands."""

    MADE = "made"
    MAKING = "making"
    TO_MAKE = "to_make"
    UNNUMBERED = "unnumbered"
    DRAFT = "draft"
    ELSEWHERE = "elsewhere"
    PACKAGE = "package"
    HANDED = "handed"


class Typed(StrEnum):
    """How far the typing of a paper sheet is."""

    NOT_YET = "not_yet"
    ONCE = "once"
    UNSCANNED = "unscanned"
    TWICE = "twice"
    SEALED = "sealed"


class Step(StrEnum):
    """The steps of the chain, in the order of the work."""

    SHEETS = "sheets"
    SCORES = "scores"
    MINUTES = "minutes"
    ADVISORY = "advisory"
    REPORT = "report"
    LETTER = "letter"
    DECISION = "decision"
    NOTICE = "notice"
    MINISTRY = "ministry"


def file_name(step: int, *words: str, ending: str) -> str:
    """A name in an archive: its step, and words without marks, so that every system shows it alike."""
    said = "-".join(filter(None, (slugify_vi(word, max_length=48) for word in words)))
    return f"{step:02d}-{said or 'giay-to'}.{ending}"


def paper_code(item: UUID, seat: int, pass_no: int) -> str:
    """The code on the paper sheet of a member for a product in a pass: the same whenever it is printed."""
    return short_code(sha256_hex(["paper sheet", str(item), seat, pass_no]))


def apart(codes: Iterable[str], first: Mapping[str, Choice], second: Mapping[str, Choice]) -> list[str]:
    """The criteria of which two people who typed one paper sheet say different things."""
    return [
        code
        for code in codes
        if (code in first) != (code in second)
        or first.get(code) != second.get(code)
        or type(first.get(code)) is not type(second.get(code))
    ]
