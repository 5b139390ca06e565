"""From sealed sheets to the council's result, by the rules of the meeting.
One path for page, minutes and record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils import timezone

from ocop.casework.dossiers.rules.levels import decides
from ocop.casework.dossiers.selectors import DossierForScoring, dossier_for_scoring, regulation_of, set_of
from ocop.casework.review.models import AgendaItem, EarlierResult, ScoreSheet, Seat
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.rules.outcome import (
    LEAST_RECOGNISED,
    Option,
    far_members,
    median,
    near_bands,
    options,
    unsettled,
)
from ocop.casework.review.selectors.compared import Compared, compared
from ocop.casework.review.selectors.panel import sealed_sheets
from ocop.casework.review.selectors.splits import Split, splits
from ocop.casework.review.states import SheetState
from ocop.foundation.accounts.rules import Level
from ocop.kernel.law import ProductSet, Regulation
from ocop.kernel.scoring import FaultCode, Result, Sheet, WorkingRules, evaluate
from ocop.kernel.scoring.conditions import settled_anomalies
from ocop.kernel.scoring.working_rules import printed
from ocop.registers.programme.selectors import decisions_for, references_for

MOST_LONELY = 3  # with two sheets each of them always weighs half


@dataclass(frozen=True)
class Tally:
    """The result of one product with everything it rests on.

    `to_agree`: criteria whose place the council must still settle; `result` then shows totals by the mean
    rule.
    """

    item: AgendaItem
    regulation: Regulation
    product_set: ProductSet
    rules: WorkingRules
    sheets: tuple[ScoreSheet, ...]
    result: Result
    decisions: Mapping[str, str]
    to_agree: tuple[str, ...]
    resolved: tuple[str, ...]
    evaluate: Callable[[Sequence[ScoreSheet]], Result]
    frozen: DossierForScoring

    @property
    def seats(self) -> dict[str, Seat]:
        """The member behind each key of the result."""
        return {str(sheet.seat_id): sheet.seat for sheet in self.sheets}

    @property
    def totals(self) -> dict[str, int]:
        """Each member's total."""
        return {member.member: member.total for member in self.result.members}

    @property
    def median(self) -> Fraction | None:
        """The middle of the members' totals, exact."""
        return median(self.totals.values()) if self.sheets else None

    @property
    def far_from(self) -> Fraction:
        """How far from the median a total may be before its member is named: half of the spread allowed."""
        return self.rules.spread_limit / 2

    @cached_property
    def splits(self) -> list[Split]:
        """The minimums on which the sheets differ."""
        return splits(self.result)

    @cached_property
    def compared(self) -> list[Compared]:
        """The points of others beside the council's, part by part."""
        return compared(self.frozen, self.decisions, self.result)

    @property
    def far(self) -> list[str]:
        """Members far from the median."""
        return far_members(self.totals, self.rules.spread_limit)

    @property
    def near(self) -> list[int]:
        """Band limits within one point of the mean."""
        bands = [band.min for band in self.regulation.star_bands if band.min]
        return [] if self.result.total is None else near_bands(self.result.total, bands)

    @cached_property
    def decided_by_one(self) -> list[tuple[str, int]]:
        """Members without whose sheet alone the product would have more stars, and how many."""
        stars, found = self.result.stars, []
        if stars is None or self.to_agree or len(self.sheets) < MOST_LONELY:
            return []
        for left_out in self.sheets:
            rest = [sheet for sheet in self.sheets if sheet is not left_out]
            other = self.evaluate(rest).stars
            if other is not None and other > stars:
                found.append((str(left_out.seat_id), other))
        return found

    @property
    def open_points(self) -> list[str]:
        """What the council must still settle."""
        return unsettled(
            over_limit=self.result.rescore,
            needs_agreement=bool(self.to_agree),
            by_hand=self.asks_by_hand,
            resolved=self.resolved,
        )

    @property
    def level(self) -> Level:
        """The level of the council."""
        return Level(self.item.meeting.council.level)

    @property
    def asks_by_hand(self) -> bool:
        """Whether the law has minimums that are not in its data,
        so that the council must confirm them (781).
        """
        is_recognised = (self.result.stars or 0) >= LEAST_RECOGNISED
        return self.regulation.minimums_by_hand is not None and is_recognised and self.level != Level.DISTRICT

    @property
    def options(self) -> tuple[Option, ...]:
        """What the council may propose; nothing without a star."""
        result = self.result
        if result.stars is None or result.band is None:
            return ()
        up = Recommendation.SEND_ON if self.level == Level.DISTRICT else Recommendation.PROPOSE
        held_on = timezone.localdate(self.item.meeting.starts_at)
        return options(result.band, result.stars, decides(self.regulation, self.level, held_on), up)


def tally_of(
    item: AgendaItem, sealed: Sequence[ScoreSheet] | None = None, frozen: DossierForScoring | None = None
) -> Tally:
    """Evaluates the sealed sheets of the present pass, with the decisions of the day of the tally.

    Whoever has read the sheets that count, or the dossier, gives them.
    """
    frozen = frozen or dossier_for_scoring(item.dossier)
    assert item.meeting.rules is not None  # noqa: S101 - only products of an opened meeting are tallied
    rules = item.meeting.rules.for_scoring()
    decisions: Mapping[str, str] = item.result.get("decisions") or decisions_for(item.dossier.regulation_code)
    sheets = sealed_sheets(item) if sealed is None else sealed
    facts = {**frozen.facts, **item.known_facts}
    common: dict[str, Any] = {"facts": facts, "decisions": decisions}

    def evaluated(these: Sequence[ScoreSheet]) -> Result:
        given = [Sheet(str(sheet.seat_id), sheet.choices) for sheet in these]
        law, product_set = frozen.regulation, frozen.product_set
        return evaluate(law, product_set, given, rules=rules, agreed=item.agreed, **common)

    given = [Sheet(str(sheet.seat_id), sheet.choices) for sheet in sheets]
    result = evaluated(sheets)
    to_agree = tuple(f.criterion for f in result.errors if f.code == FaultCode.AGREED_MISSING and f.criterion)
    if to_agree:
        by_mean = replace(rules, minimum="mean")
        result = evaluate(frozen.regulation, frozen.product_set, given, rules=by_mean, **common)
    about = item.resolutions.filter(pass_no=item.pass_no, pk__gt=item.resolved_after)
    resolved = tuple(about.values_list("kind", flat=True))
    return Tally(
        item,
        frozen.regulation,
        frozen.product_set,
        rules,
        tuple(sheets),
        result,
        decisions,
        to_agree,
        resolved,
        evaluated,
        frozen,
    )


def settled_by(item: AgendaItem) -> list[tuple[str, str]]:
    """The doubts of the law that were settled for this result, each with the paper that settled it."""
    dossier = item.dossier
    settled = frozenset(item.result.get("decisions", ()))
    if not settled:
        return []
    references = references_for(dossier.regulation_code)
    touching = settled_anomalies(regulation_of(dossier), set_of(dossier), settled)
    return [(one.id, references[one.id]) for one in touching if one.id in references]


def result_fields(tally: Tally) -> dict[str, Any]:
    """The columns of a product that keep its result; the recommendation where there is no choice."""
    result, item = tally.result, tally.item
    only = tally.options[0] if len(tally.options) == 1 else None
    return {
        "result": result_record(tally),
        "total_exact": "" if result.total is None else str(result.total),
        "total": None if result.total is None else Decimal(printed(result.total, 2)),
        "stars": result.stars,
        "spread": None if result.spread is None else Decimal(printed(result.spread, 2)),
        "agreed": item.agreed,
        "recommendation": "" if only is None else only[0].value,
        "recommended_stars": None if only is None else only[1],
    }


def result_record(tally: Tally) -> dict[str, Any]:
    """The whole working as plain data: exact numbers as texts, members by seat and name."""
    result, seats = tally.result, tally.seats
    there = tally.item.result.get("bench")
    return {
        **({} if there is None else {"bench": there}),
        **result.as_json("vi"),
        "decisions": dict(tally.decisions),
        "facts": {**tally.item.known_facts},
        "decided_by_one": [{"seat": int(member), "stars": stars} for member, stars in tally.decided_by_one],
        "members": [
            {"seat": int(m.member), "name": str(seats[m.member].person), "total": m.total, "parts": m.parts}
            | ({} if m.counts else {"leaves_mean": True})
            for m in result.members
        ],
        "criteria": [
            {
                "code": c.criterion.code,
                "mean": str(c.mean),
                "applies": c.applies,
                "members": [
                    {"seat": int(m.member), "choice": m.choice, "points": m.points} for m in c.members
                ],
            }
            for c in result.criteria
        ],
        "sheets": {str(sheet.seat_id): sheet.sha256 for sheet in tally.sheets},
        "median": None if tally.median is None else str(tally.median),
        "far": [int(member) for member in tally.far],
        "far_from": str(tally.far_from),
        "near": tally.near,
        "splits": [split.as_record() for split in tally.splits],
        "compared": [row.as_record() for row in tally.compared],
    }


def earlier_faults(earlier: EarlierResult) -> list[str]:
    """What of a result that was put aside is not what its sealed sheets give."""
    named = earlier.result["sheets"]
    found = ScoreSheet.objects.filter(
        item=earlier.item_id, sha256__in=named.values(), state=SheetState.SEALED
    )
    sheets = {str(sheet.seat_id): sheet for sheet in found if named.get(str(sheet.seat_id)) == sheet.sha256}
    if sheets.keys() != named.keys():
        return ["sheets"]
    item = earlier.item
    assert item.meeting.rules is not None  # noqa: S101 - only products of an opened meeting are tallied
    frozen = dossier_for_scoring(item.dossier)
    result = evaluate(
        frozen.regulation, frozen.product_set,
        [Sheet(seat, sheet.choices) for seat, sheet in sheets.items()],
        rules=replace(item.meeting.rules.for_scoring(), minimum="mean"),
        facts={**frozen.facts, **earlier.result["facts"]}, decisions=earlier.result["decisions"],
    )  # fmt: skip
    spread = None if result.spread is None else Decimal(printed(result.spread, 2))
    stored = {"total_exact": earlier.total_exact, "spread": earlier.spread}
    given = {"total_exact": str(result.total), "spread": spread}
    return [name for name, value in given.items() if stored[name] != value]
