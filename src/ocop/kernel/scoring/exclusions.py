"""What throws a dossier out or stops its evaluation: facts from outside, and 0 points found in the sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ocop.kernel.law.model import EXCLUDING
from ocop.kernel.scoring.conditions import ZERO_POINTS, PlacedRule
from ocop.kernel.text import Label


@dataclass(frozen=True)
class Exclusion:
    """Why a product is not evaluated (any further): the fact, where the rule is printed, and its wording.

    `reading` says why the rule holds where the sheet does not print it; the wording says it too.
    """

    code: str
    criterion: str | None
    label: Label
    reading: Label | None = None

    @property
    def sentence(self) -> Label:
        """What a reader of the result is told."""
        vi = "Không xếp hạng" if self.criterion is None else f"Không xếp hạng, theo mục {self.criterion}"
        en = "Not ranked" if self.criterion is None else f"Not ranked, by {self.criterion}"
        return Label(f"{vi}: {self.label.vi}", f"{en}: {self.label.en}")


@dataclass(frozen=True)
class ZeroScope:
    """Columns in which 0 points from more than half of the members end the evaluation."""

    exclusion: Exclusion
    columns: tuple[int, ...]


def exclusions_by_fact(rules: tuple[PlacedRule, ...], truth: Mapping[str, bool]) -> tuple[Exclusion, ...]:
    """Exclusions by facts, in printed order, each fact once."""
    found: dict[str, Exclusion] = {}
    for placed in rules:
        if placed.rule.type in EXCLUDING and placed.fact is not None and truth.get(placed.fact, False):
            rule = placed.rule
            found.setdefault(placed.fact, Exclusion(placed.fact, placed.printed_at, rule.label, rule.reading))
    return tuple(found.values())


def zero_scopes(rules: tuple[PlacedRule, ...], codes: tuple[str, ...]) -> tuple[ZeroScope, ...]:
    """Where 0 points end the evaluation, by column."""
    return tuple(
        ZeroScope(
            Exclusion(ZERO_POINTS, placed.printed_at, placed.rule.label),
            tuple(codes.index(code) for code in placed.criteria),
        )
        for placed in rules
        if placed.rule.type in EXCLUDING and placed.fact == ZERO_POINTS
    )
