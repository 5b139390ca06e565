"""The points of a self-assessment as pages show them: its parts, and a light for each star level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.answers import set_of
from ocop.foundation.ui.words import said
from ocop.kernel.scoring import Result


@dataclass(frozen=True)
class Light:
    """One star level in words: reached, or what is missing."""

    stars: int
    is_on: bool
    points_missing: int
    unmet: list[tuple[str, str]]


def lights(dossier: Dossier, result: Result) -> list[Light]:
    """The lights for 3, 4 and 5 stars; every unmet minimum with its criterion's name."""
    criteria = set_of(dossier).criteria
    total = result.total or 0
    return [
        Light(
            level.stars,
            level.is_reached,
            max(0, -int(-(level.points_needed - total) // 1)) if not level.points_reached else 0,
            [(code, name(criteria[code])) for code in level.unmet],
        )
        for level in result.levels
    ]


def score(dossier: Dossier, result: Result) -> dict[str, Any]:
    """Points of the parts and in all, and the lights."""
    maxima = {part.code: part.max for part in set_of(dossier).parts}
    return {
        "result": result,
        "parts": [
            (part.value, said(rubric.label), result.parts.get(part, 0), maxima[part])
            for part, rubric in ((one.code, one) for one in set_of(dossier).parts)
        ],
        "lights": lights(dossier, result),
        "missing_count": len(result.missing),
    }
