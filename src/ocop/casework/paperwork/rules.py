"""Which papers a closed meeting has beside its minutes, and how one of the chain stands. No database."""

from __future__ import annotations

from enum import StrEnum

from ocop.kernel.text import slugify_vi


class Kind(StrEnum):
    """A paper that is made here, from sealed data."""

    SHEETS = "sheets"
    SCORES = "scores"
    REPORT = "report"


OF_MEETING = (Kind.SCORES, Kind.REPORT)
"""Made once for a meeting; sheets are made for each product."""


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
