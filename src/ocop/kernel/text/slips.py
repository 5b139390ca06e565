"""Slips of the finger in a word that somebody looks for: one letter wrong, missing or too many."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 5
"""Letters of a word in which a slip is forgiven: shorter ones are too near to each other (gạo, gạc, gáo)."""


def is_slip(typed: str, meant: str) -> bool:
    """Whether the one is the other but for one letter, in a word of SHORTEST letters or more.

    A letter with its mark is one letter, as in `asked`: “đườmg” is a slip of “đường”.
    """
    if len(typed) < SHORTEST or typed == meant:
        return False
    return len(meant) + 1 >= len(typed) >= len(meant) - 1 and _differ_once(typed, meant)


def meant_by(typed: str, known: Iterable[str]) -> list[str]:
    """The words of which this is a slip, those with the same beginning first."""
    return sorted((one for one in known if is_slip(typed, one)), key=lambda one: (-_alike(typed, one), one))


def _differ_once(one: str, other: str) -> bool:
    """What follows the first difference is the same, one letter further on in whichever is longer."""
    start = _alike(one, other)
    rest, of_other = one[start:], other[start:]
    if len(rest) == len(of_other):
        return rest[1:] == of_other[1:]
    return rest[1:] == of_other or rest == of_other[1:]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
