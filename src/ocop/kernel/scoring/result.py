"""What comes out of an evaluation: the star, why not more, and the whole working for pages and minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from ocop.kernel.scoring.exclusions import Exclusion
from ocop.kernel.scoring.faults import SheetFault
from ocop.kernel.scoring.minimums import Block
from ocop.kernel.scoring.next_star import NextStar
from ocop.kernel.scoring.panel import Panel
from ocop.kernel.scoring.working import (
    CriterionWorking,
    Level,
    MemberWorking,
    criterion_workings,
    levels,
    member_workings,
)
from ocop.kernel.scoring.working_rules import DEFAULT_RULES, WorkingRules, printed
from ocop.kernel.text import Label


@dataclass(frozen=True)
class Result:
    """The outcome for one product. Points are exact; `as_json` prints them.

    `complete` is false while something is wrong (`errors`) or unanswered (`missing`); there is no band and no
    star then. An excluded product keeps its points and has no band and no star.
    """

    rules: WorkingRules = DEFAULT_RULES
    complete: bool = False
    total: Fraction | None = None
    parts: Mapping[str, Fraction] = field(default_factory=dict)
    band: int | None = None
    stars: int | None = None
    spread: Fraction | None = None
    rescore: bool = False
    excluded: tuple[Exclusion, ...] = ()
    blocked_by: tuple[Block, ...] = ()
    next_step: NextStar | None = None
    notes: tuple[Label, ...] = ()
    errors: tuple[SheetFault, ...] = ()
    missing: tuple[str, ...] = ()
    panel: Panel | None = field(default=None, repr=False, compare=False)

    @property
    def recognised(self) -> bool:
        """Recognition begins at 3 stars (Decision 26/2026, article 4(1))."""
        return self.stars is not None and self.stars >= 3

    @cached_property
    def criteria(self) -> tuple[CriterionWorking, ...]:
        """The working per criterion, in printed order; empty where the sheets could not be read."""
        return () if self.panel is None else criterion_workings(self.panel, self.missing)

    @cached_property
    def members(self) -> tuple[MemberWorking, ...]:
        """Each member's total and parts, in the order of the sheets."""
        return () if self.panel is None else member_workings(self.panel)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """For 3, 4 and 5 stars: are the points reached,
        and every minimum with what it needs and what there is.
        """
        return () if self.panel is None else levels(self.panel, self.missing)

    def sentences(self) -> tuple[Label, ...]:
        """What a reader of the result must be told: exclusions first, then the notes."""
        return (*(exclusion.sentence for exclusion in self.excluded), *self.notes)

    def as_json(self, language: str = "vi") -> dict[str, object]:
        """The result as promised to the outside, without the id."""
        total = self.total
        return {
            "complete": self.complete,
            "total": None if total is None else printed(total, self.rules.decimals),
            "total_exact": None if total is None else str(total),
            "parts": {code: str(points) for code, points in self.parts.items()},
            "band": self.band,
            "stars": self.stars,
            "recognised": self.recognised,
            "spread": None if self.spread is None else str(self.spread),
            "rescore": self.rescore,
            "excluded": [exclusion.code for exclusion in self.excluded],
            "blocked_by": [block.as_json() for block in self.blocked_by],
            "next": None if self.next_step is None else self.next_step.as_json(),
            "notes": [sentence.text(language) for sentence in self.sentences()],
            "errors": [fault.as_json(language) for fault in self.errors],
        }
