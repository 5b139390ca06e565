"""One path from sheets to a result: for a self-assessment, one member's sheet and a panel.

Article 3(3) of Decision 26/2026 gives the star bands on the average total; the star marks of its annex II are
minimum requirements whatever the total. How sheets combine is the council's own rule (`WorkingRules`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ocop.kernel.law.model import ProductSet, Regulation
from ocop.kernel.scoring.columns import Minimum
from ocop.kernel.scoring.conditions import placed_rules, read_decisions, read_facts
from ocop.kernel.scoring.exclusions import Exclusion, exclusions_by_fact
from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown
from ocop.kernel.scoring.minimums import Block
from ocop.kernel.scoring.next_star import FIRST_RECOGNISED, next_star
from ocop.kernel.scoring.panel import Panel, lay_out
from ocop.kernel.scoring.reading import read_agreed, read_sheets
from ocop.kernel.scoring.result import Result
from ocop.kernel.scoring.rubric import Rubric
from ocop.kernel.scoring.sheets import Choice, Sheet
from ocop.kernel.scoring.shelf import facts_known_to, rubric_for
from ocop.kernel.scoring.working_rules import DEFAULT_RULES, WorkingRules


def evaluate(
    regulation: Regulation,
    product_set: int | ProductSet,
    sheets: Sequence[Sheet],
    *,
    rules: WorkingRules = DEFAULT_RULES,
    agreed: Mapping[str, Choice] | None = None,
    facts: Mapping[str, bool] | None = None,
    decisions: Mapping[str, str] | None = None,
) -> Result:
    """The result of one product's sheets under a regulation. Never raises on bad input: see `Result.errors`.

    `agreed`: the council's own place per marked criterion, for the rule `agreed`. `facts`: what was found
    besides the sheets. `decisions`: doubtful printed values that the office has settled, by the anomaly's id.
    """
    return _evaluate(
        regulation,
        product_set,
        sheets,
        rules=rules,
        agreed=agreed,
        facts=facts,
        decisions=decisions,
        allow_missing=False,
    )


def partial(
    regulation: Regulation,
    product_set: int | ProductSet,
    choices: Mapping[str, Choice],
    facts: Mapping[str, bool] | None = None,
    *,
    decisions: Mapping[str, str] | None = None,
) -> Result:
    """The live view of one unfinished sheet: totals of what is answered, `missing` criteria, lights in
    `levels`.

    An unanswered criterion counts as nothing ticked. While one is missing there is no band and no star.
    """
    return _evaluate(
        regulation,
        product_set,
        [Sheet("", choices)],
        rules=DEFAULT_RULES,
        agreed=None,
        facts=facts,
        decisions=decisions,
        allow_missing=True,
    )


def _evaluate(
    regulation: Regulation,
    product_set: int | ProductSet,
    sheets: Sequence[Sheet],
    *,
    rules: WorkingRules,
    agreed: object,
    facts: object,
    decisions: object,
    allow_missing: bool,
) -> Result:
    number = product_set.number if isinstance(product_set, ProductSet) else product_set
    truth, fact_faults = read_facts(regulation, facts_known_to(regulation), facts)
    if (fault := _set_fault(regulation, number)) is not None:
        return Result(rules, excluded=_excluded_unscored(regulation, number, truth), errors=(fault,))
    settled, decision_faults = read_decisions(regulation, decisions)
    rubric = rubric_for(regulation, number, truth, settled)
    rungs, agreed_faults = read_agreed(rubric, agreed) if rules.minimum == "agreed" else ({}, [])
    rows, sheet_faults = read_sheets(rubric, sheets, allow_missing)
    faults = (*fact_faults, *decision_faults, *agreed_faults, *sheet_faults)
    if faults:
        return Result(rules, excluded=rubric.excluded, notes=rubric.notes, errors=faults)
    panel = lay_out(rubric, rules, sheets, rows, rungs)
    missing = _missing(rubric, sheets[0].choices) if allow_missing else ()
    return _unfinished(panel, missing) if missing else _conclude(panel)


def _set_fault(regulation: Regulation, number: object) -> SheetFault | None:
    known = regulation.sets.get(number) if type(number) is int else None
    if known is not None and known.has_rubric:
        return None
    code = FaultCode.UNKNOWN_SET if known is None else FaultCode.NO_RUBRIC
    return SheetFault(code, values={"regulation": regulation.number, "value": shown(number)})


def _excluded_unscored(
    regulation: Regulation, number: object, truth: Mapping[str, bool]
) -> tuple[Exclusion, ...]:
    """What throws out a dossier whose set has no rubric in the data; nothing under a set that is none."""
    known = regulation.sets.get(number) if type(number) is int else None
    return () if known is None else exclusions_by_fact(tuple(placed_rules(known)), truth)


def _missing(rubric: Rubric, choices: Mapping[str, Choice]) -> tuple[str, ...]:
    return tuple(c.criterion.code for c in rubric.columns if c.applies and c.criterion.code not in choices)


def _unfinished(panel: Panel, missing: tuple[str, ...]) -> Result:
    """Totals of what is answered, without a band, a star or a way to the next one."""
    return Result(
        panel.rules,
        total=panel.total,
        parts={code: panel.part(code) for code in panel.rubric.parts},
        spread=panel.spread,
        excluded=panel.rubric.excluded,
        notes=panel.rubric.notes,
        missing=missing,
        panel=panel,
    )


def _conclude(panel: Panel) -> Result:
    """Band, star, what blocks the next star and the way to it; an excluded product gets points only."""
    spread = panel.spread
    excluded = panel.excluded()
    band = None if excluded else panel.band()
    unmet = () if excluded else panel.unmet()
    stars = None if band is None else _stars(band, unmet)
    return Result(
        rules=panel.rules,
        complete=True,
        total=panel.total,
        parts={code: panel.part(code) for code in panel.rubric.parts},
        band=band,
        stars=stars,
        spread=spread,
        rescore=panel.rules.asks_again(spread),
        excluded=excluded,
        blocked_by=() if stars is None else _blocks(panel, stars, unmet),
        next_step=None if stars is None else next_star(panel, stars, unmet),
        notes=panel.rubric.notes,
        panel=panel,
    )


def _stars(band: int, unmet: Sequence[Minimum]) -> int:
    """The highest level whose band is reached and whose minimums, and those of every level from 3 up, are
    met.

    With a band of 3 or more and an unmet 3-star minimum it is 2: the points are there, the requirement is
    not.
    """
    missed = [minimum.stars for minimum in unmet if minimum.stars >= FIRST_RECOGNISED]
    return min([band, *(stars - 1 for stars in missed)])


def _blocks(panel: Panel, stars: int, unmet: Sequence[Minimum]) -> tuple[Block, ...]:
    """Unmet minimums of levels 3 to one above the star, by level, then printed order."""
    return tuple(panel.block(minimum) for minimum in unmet if FIRST_RECOGNISED <= minimum.stars <= stars + 1)
