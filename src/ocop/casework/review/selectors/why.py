"""Why a product has its points and stars, in the words of the rubric, for its producer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.review.labels import RULE_WORDS
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import MinimumRule
from ocop.casework.review.states import ItemState
from ocop.kernel.law import ProductSet
from ocop.kernel.text import number_vi

DRAWN_BY_PROVINCE = 4


@dataclass(frozen=True)
class Why:
    """The result in sentences: points and band, what was not reached, what leads to the next star."""

    points: str
    band: str
    unmet: list[str] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    test: str = ""

    def lines(self) -> dict[str, Any]:
        """The same as data for a paper."""
        return {
            "points": self.points, "band": self.band, "unmet": self.unmet, "onward": self.onward,
            "doubts": self.doubts, "test": self.test,
        }  # fmt: skip


def why(item: AgendaItem) -> Why | None:
    """The words of a result that was tallied; None for a product without one (excluded, withdrawn)."""
    record: Mapping[str, Any] = item.result
    if item.state != ItemState.CLOSED or not item.total_exact or record.get("band") is None:
        return None
    product_set, regulation = set_of(item.dossier), regulation_of(item.dossier)
    rules = item.meeting.rules
    rule = MinimumRule(rules.minimum) if rules is not None else MinimumRule.MEAN
    exact, decimals = Fraction(item.total_exact), rules.decimals if rules is not None else 2
    least = next(one.min for one in regulation.star_bands if one.stars == record["band"])
    return Why(
        points=_("%(points)s điểm") % {"points": number_vi(exact, decimals)},
        band=_("khung %(stars)s sao (từ %(least)s điểm)") % {"stars": record["band"], "least": least},
        unmet=[_unmet(block, product_set, rule) for block in record.get("blocked_by", ())],
        onward=_onward(record.get("next"), product_set),
        doubts=decided_words(record.get("decided_by_one", ())),
        test=record.get("test", {}).get("words", ""),
    )


def why_of_dossier(dossier: Dossier) -> Why | None:
    """The same of the last council that judged a dossier, once its result is told; None before."""
    if not dossier.outcome or dossier.outcome == Outcome.EXCLUDED:
        return None
    rows = AgendaItem.objects.filter(dossier=dossier, state=ItemState.CLOSED)
    item = rows.select_related("meeting__rules", "dossier").order_by("meeting__closed_at", "pk").last()
    return None if item is None else why(item)


def _unmet(block: Mapping[str, Any], product_set: ProductSet, rule: MinimumRule) -> str:
    criterion = product_set.criteria[block["criterion"]]
    words = _("%(stars)s sao, tiêu chí %(criterion)s – cần: %(needs)s; hội đồng chấm: %(has)s; %(rule)s.")
    return words % {
        "stars": block["stars"],
        "criterion": name(criterion),
        "needs": chosen(criterion, block["needs"] if not criterion.is_boolean else True),
        "has": chosen(criterion, block["has"] or None)
        if not criterion.is_boolean
        else chosen(criterion, False),
        "rule": RULE_WORDS[rule],
    }


def _onward(step: Mapping[str, Any] | None, product_set: ProductSet) -> list[str]:
    """What leads to the next star: points, minimums, and the criterion whose raise alone would do."""
    if not step:
        return []
    stars, lines = step["stars"], []
    if missing := Fraction(step["missing_points"]):
        lines.append(
            _("Để đạt %(stars)s sao còn thiếu %(points)s điểm.")
            % {"stars": stars, "points": number_vi(missing, 2)}
        )
    if unmet := step["missing_minimums"]:
        names = "; ".join(name(product_set.criteria[code]) for code in unmet)
        lines.append(
            _("Để đạt %(stars)s sao còn thiếu yêu cầu ở: %(criteria)s.") % {"stars": stars, "criteria": names}
        )
    for one in step["steps"][:1]:
        criterion = product_set.criteria[one["criterion"]]
        lines.append(
            _("Chỉ riêng tiêu chí %(criterion)s lên “%(option)s” là đủ %(stars)s sao.")
            % {"criterion": name(criterion), "option": chosen(criterion, one["to"]), "stars": stars}
        )
    return lines


def decided_words(alone: Any) -> list[str]:
    """Says that one member decided the star, without naming anybody."""
    if not alone:
        return []
    stars = max(one["stars"] for one in alone)
    words = ngettext(
        "Một thành viên quyết định hạng này: không tính phiếu của người đó thì sản phẩm đạt %(stars)s sao.",
        "%(count)s thành viên, mỗi người riêng lẻ, quyết định hạng này: không tính phiếu của một người trong "
        "số đó thì sản phẩm đạt %(stars)s sao.",
        len(alone),
    )
    return [words % {"count": len(alone), "stars": stars}]


def drawn_stars(stars: int | None) -> int:
    """Stars as drawn after a council of the province: five are the ministry's to give and never drawn."""
    return stars if stars is not None and stars <= DRAWN_BY_PROVINCE else 0
