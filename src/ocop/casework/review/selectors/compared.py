"""How far the council's points are from those of others, part by part: the producer's own, and the advisory
team's.

Whoever else gives points for a product is one more row of `SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.selectors import DossierForScoring
from ocop.kernel.scoring import Result, partial

Points = Mapping[str, Fraction]
Source = Callable[[DossierForScoring, Mapping[str, str]], Points | None]


def own_points(frozen: DossierForScoring, decisions: Mapping[str, str]) -> Points | None:
    """What the producer gave the product, by part."""
    given = {code: answer.choice for code, answer in frozen.answers.items()}
    return partial(frozen.regulation, frozen.product_set, given, frozen.facts, decisions=decisions).parts


SOURCES: dict[str, tuple[str | Promise, Source]] = {"own": (_("Chủ thể tự chấm"), own_points)}
"""By a short name: whose points, and where they come from; None where there are none for a product."""


def register_points(name: str, words: str | Promise, source: Source) -> None:
    """Compares the council's points with another's, on the page of a result and in its frozen working."""
    SOURCES[name] = (words, source)


@dataclass(frozen=True)
class Compared:
    """Another's points beside the council's. `parts`: (code, theirs, the council's less theirs)."""

    name: str
    parts: tuple[tuple[str, Fraction, Fraction], ...]

    @property
    def words(self) -> str | Promise:
        """Whose points these are."""
        return SOURCES[self.name][0] if self.name in SOURCES else self.name

    @property
    def total(self) -> Fraction:
        """Their total."""
        return sum((theirs for _code, theirs, _apart in self.parts), Fraction(0))

    @property
    def apart(self) -> Fraction:
        """The council's total less theirs."""
        return sum((apart for _code, _theirs, apart in self.parts), Fraction(0))

    def as_record(self) -> dict[str, Any]:
        """As the result keeps it: exact numbers as texts."""
        parts = {code: [str(theirs), str(apart)] for code, theirs, apart in self.parts}
        return {"by": self.name, "parts": parts}


def compared(frozen: DossierForScoring, decisions: Mapping[str, str], result: Result) -> list[Compared]:
    """Every other's points that there are for this product."""
    found = []
    for name, (_words, source) in SOURCES.items():
        theirs = source(frozen, decisions)
        if theirs:
            rows = [(str(code), theirs.get(code, Fraction(0)), mean) for code, mean in result.parts.items()]
            found.append(Compared(name, tuple((code, one, mean - one) for code, one, mean in rows)))
    return found
