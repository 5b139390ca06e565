"""What pages show of results: rows after closing, the working of a star, lights and totals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.review import permissions
from ocop.casework.review.labels import RECOMMENDATIONS
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.selectors import Tally
from ocop.casework.review.selectors.why import decided_words, drawn_stars
from ocop.casework.review.states import ItemState
from ocop.foundation.accounts.who import Who
from ocop.foundation.ui.words import said
from ocop.kernel.law import ProductSet
from ocop.kernel.scoring import Result
from ocop.kernel.scoring.working_rules import printed


@dataclass(frozen=True)
class Outcome:
    """One product after the meeting; nothing but its name for somebody with a conflict."""

    item: AgendaItem
    is_kept: bool
    words: str

    @property
    def drawn(self) -> int:
        """The stars as drawn: five are the ministry's."""
        return drawn_stars(self.item.stars)


def proposal_words(item: AgendaItem) -> str:
    """What the council proposes, with the stars."""
    if item.state == ItemState.EXCLUDED:
        return _("Bị loại")
    if item.state == ItemState.WITHDRAWN:
        return _("Chủ thể đã rút")
    words = str(RECOMMENDATIONS.get(Recommendation(item.recommendation), "")) if item.recommendation else ""
    if item.recommendation == Recommendation.RECOGNISE:
        return _("%(words)s %(stars)s sao") % {"words": words, "stars": item.recommended_stars}
    return words


def outcome_rows(who: Who, meeting: Meeting, items: Iterable[AgendaItem]) -> list[Outcome]:
    """Every product of the meeting's agenda with its result, blank where the person may not see it."""
    rows = []
    for item in items:
        item.meeting = meeting
        kept = permissions.refuse_see_tally(who, item) is not None
        rows.append(Outcome(item, kept, "" if kept else proposal_words(item)))
    return rows


@dataclass(frozen=True)
class Light:
    """One star level in words: reached, or what is missing."""

    stars: int
    is_on: bool
    points_missing: Fraction
    minimums: int
    unmet: list[tuple[str, str]]


def lights(product_set: ProductSet, result: Result) -> list[Light]:
    """The lights for 3, 4 and 5 stars; every unmet minimum with its criterion's name."""
    total = result.total or Fraction(0)
    return [
        Light(
            level.stars,
            level.is_reached,
            Fraction(0) if level.points_reached else level.points_needed - total,
            len(level.minimums),
            [(code, name(product_set.criteria[code])) for code in level.unmet],
        )
        for level in result.levels
    ]


@dataclass(frozen=True)
class CriterionLine:
    """One criterion on the tally: the mean, and what each member chose."""

    code: str
    name: str
    mean: Fraction
    most: int
    cells: list[tuple[int, str, bool]]
    differs: bool
    applies: bool


def criterion_lines(tally: Tally) -> list[CriterionLine]:
    """The working per criterion; a cell is points, the choice in words, and whether it stands apart."""
    lines = []
    for row in tally.result.criteria:
        points = [member.points for member in row.members]
        middle = sorted(points)[len(points) // 2] if points else 0
        lines.append(
            CriterionLine(
                row.criterion.code,
                name(row.criterion),
                row.mean,
                row.criterion.max,
                [(m.points, chosen(row.criterion, m.choice), m.points != middle) for m in row.members],
                len(set(points)) > 1,
                row.applies,
            )
        )
    return lines


@dataclass(frozen=True)
class MinimumLine:
    """One printed minimum: criterion, star, what it needs, what the council has, met or not."""

    stars: int
    name: str
    needs: Any
    has: Any
    is_met: bool


def minimum_lines(tally: Tally) -> list[MinimumLine]:
    """Every minimum of 3, 4 and 5 stars, met or unmet, in order."""
    criteria = tally.product_set.criteria
    return [
        MinimumLine(m.stars, name(criteria[m.criterion]), m.needs, m.has or "–", m.met)
        for level in tally.result.levels
        for m in level.minimums
    ]


def working_steps(tally: Tally) -> list[tuple[str, str]]:
    """How the star came about, line by line, each with its article."""
    result, rules = tally.result, tally.rules
    if result.total is None:
        return []
    totals = " + ".join(str(total) for total in tally.totals.values())
    steps = [
        (
            _("(%(totals)s) : %(n)s phiếu = %(mean)s điểm")
            % {"totals": totals, "n": len(tally.totals), "mean": _exact(result.total, rules.decimals)},
            _("điểm trung bình, khoản 3 Điều 3"),
        )
    ]
    if rules.rounding == "before_band":
        steps.append(
            (
                _("Làm tròn trước khi xếp hạng: %(total)s")
                % {"total": printed(result.total, rules.decimals)},
                _("quy chế hội đồng"),
            )
        )
    if result.band is not None:
        least = next(band.min for band in tally.regulation.star_bands if band.stars == result.band)
        steps.append(
            (
                _("Từ %(least)s điểm: khung điểm %(band)s sao") % {"least": least, "band": result.band},
                _("khung điểm, khoản 3 Điều 3"),
            )
        )
    steps += [
        (
            _("Thiếu yêu cầu %(stars)s sao: %(criterion)s") % {
                "stars": block.stars, "criterion": name(tally.product_set.criteria[block.criterion])
            },
            _("yêu cầu tối thiểu, phụ lục II"),
        )
        for block in result.blocked_by
    ]  # fmt: skip
    steps += [
        (
            said(exclusion.sentence),
            _("điều kiện loại, phụ lục II") if exclusion.reading is None else _("cách hiểu của hệ thống"),
        )
        for exclusion in result.excluded
    ]
    steps += [
        (line, _("so từng phiếu"))
        for line in decided_words([{"stars": stars} for _member, stars in tally.decided_by_one])
    ]
    if result.stars is not None:
        steps.append((_("Hạng đạt được: %(stars)s sao") % {"stars": result.stars}, _("Điều 3 và phụ lục II")))
    return steps


def _exact(total: Fraction, decimals: int) -> str:
    shown = printed(total, decimals).replace(".", ",")
    return shown if (total * 10**decimals).denominator == 1 else f"{shown} ({total})"


def next_star_lines(tally: Tally) -> list[str]:
    """What blocks the next star, in words; empty at five."""
    step = tally.result.next_step
    if step is None:
        return []
    criteria = tally.product_set.criteria
    lines = []
    if step.missing_points:
        lines.append(
            _("Để đạt %(stars)s sao còn thiếu %(points)s điểm.")
            % {"stars": step.stars, "points": _exact(step.missing_points, tally.rules.decimals)}
        )
    lines += [
        _("Để đạt %(stars)s sao còn thiếu yêu cầu: %(criterion)s.")
        % {"stars": step.stars, "criterion": name(criteria[code])}
        for code in step.missing_minimums
    ]
    return lines
