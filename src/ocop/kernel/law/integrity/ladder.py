"""One criterion: its ladders must ascend, reach its maximum, and carry their marks in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocop.kernel.law.model import Criterion, Option

MARKS = (3, 4, 5)


def find_ladder_mismatches(criterion: Criterion) -> Iterator[tuple[str, str, str]]:
    """Check, place inside the criterion, and text of everything that does not fit."""
    if criterion.max <= 0:
        yield "criterion_max", "", f"maximum is {criterion.max}"
    if criterion.max_published is not None:
        yield "published_value", "", f"{criterion.max_published!r} is printed, {criterion.max} is used"
    if criterion.min_for_stars not in (None, *MARKS):
        yield "stars_ascending", "", f"mark for {criterion.min_for_stars} stars on the criterion"
    if criterion.is_boolean:
        return
    for letter, options in criterion.ladders:
        yield from _of_ladder(options, f"case {letter}" if letter else "")
    best = max(option.points for _, options in criterion.ladders for option in options)
    if best != criterion.max:
        yield "option_max", "", f"best option gives {best}, the criterion {criterion.max}"


def _of_ladder(options: Sequence[Option], place: str) -> Iterator[tuple[str, str, str]]:
    if len(options) < 2:
        yield "option_count", place, f"{len(options)} options"
    points = [option.points for option in options]
    if not _ascends(points):
        yield "options_ascending", place, f"points are {points}"
    marks = [option.min_for_stars for option in options if option.min_for_stars is not None]
    if not _ascends(marks) or not set(marks) <= set(MARKS):
        yield "stars_ascending", place, f"marks are {marks}"
    for language in ("vi", "en"):
        wordings = [option.label.text(language).casefold() for option in options]
        if len(set(wordings)) != len(wordings):
            yield "duplicate_option_text", place, f"two options read the same ({language})"
    for option in options:
        if option.points_published is not None:
            at = f"{place} option {option.place}".strip()
            yield "published_value", at, f"{option.points_published!r} is printed, {option.points} is used"


def _ascends(values: Sequence[int]) -> bool:
    return all(low < high for low, high in pairwise(values))
