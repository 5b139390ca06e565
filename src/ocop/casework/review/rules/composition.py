"""Who must sit on a provincial council (Decision 26/2026, article 7(3)(b); R26-27)."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.casework.review.rules.words import Agency

EXPECTED = (
    Agency.LEADERSHIP,
    Agency.AGRICULTURE,
    Agency.INDUSTRY,
    Agency.HEALTH,
    Agency.SCIENCE,
    Agency.CULTURE,
    Agency.OCOP_BODY,
    Agency.AGRICULTURE_UNIT,
)
"""In the order of the decree. A food safety department is named "if any", so its absence is no fault."""


def missing_agencies(present: Iterable[str]) -> list[Agency]:
    """The agencies that the decree names and nobody on the council comes from."""
    there = set(present)
    return [agency for agency in EXPECTED if agency not in there]


def chairs_by_right(agency: str) -> bool:
    """A leader of the provincial People's Committee chairs;
    anybody else needs a written authority (R26-28).
    """
    return agency == Agency.LEADERSHIP
