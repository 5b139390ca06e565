"""What the test of a product's sample means for its result: it waits, it is stopped, or it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.states import ItemState
from ocop.casework.samples.rules import IMPURITIES, OutcomeKind
from ocop.casework.samples.selectors import Outcome, outcomes_of
from ocop.foundation.refusals import Refusal

GOES_UP = frozenset({Recommendation.RECOGNISE, Recommendation.PROPOSE})
"""What only a product with a settled test may get. A district sends on: the test lies between both passes."""


def test_gaps(items: Iterable[AgendaItem]) -> Iterator[Refusal]:
    """Every product whose test must be settled before its result is final, and what the sheet of its set
    itself excludes.
    """
    going = [one for one in items if one.state == ItemState.TALLIED and one.recommendation in GOES_UP]
    tests = outcomes_of(item.dossier_id for item in going) if going else {}
    for item in going:
        test = tests.get(item.dossier_id)
        if test is None:
            continue
        if not test.is_settled:
            yield _unsettled(item, test)
        elif test.stops and test.has_impurity and _excludes_impurities(item):
            yield Refusal(
                "impurity_found",
                _("“%(product)s”: %(test)s.") % {"product": item, "test": test.sentence},
                _("Phiếu đánh giá của bộ sản phẩm này loại sản phẩm có tạp chất."),
                _("Chủ trì ghi ở “Loại sản phẩm” theo căn cứ tạp chất."),
            )


def _unsettled(item: AgendaItem, test: Outcome) -> Refusal:
    is_postponed = test.kind is OutcomeKind.POSTPONED
    return Refusal(
        "test_unsettled",
        _("“%(product)s”: %(test)s.") % {"product": item, "test": test.sentence},
        _("Sản phẩm phải kiểm nghiệm thì chỉ chốt khi có kết quả được tính."),
        _("Đưa sản phẩm về chấm lại rồi đưa ra khỏi phiên họp; hồ sơ chờ đợt sau.")
        if is_postponed
        else _("Ghi kết quả ở mục Kiểm nghiệm; chưa đến vụ thì chuyển đợt sau."),
    )


def refuse_running(items: Iterable[AgendaItem], tests: Mapping[int, Outcome], at: datetime) -> Refusal | None:
    """A failing result is not made final while its producer may still ask for a counter-sample."""
    for item in items:
        test = tests.get(item.dossier_id)
        if test is None or not test.stops or item.recommendation not in GOES_UP or test.report is None:
            continue
        if test.sample is not None and test.sample.is_contestable(timezone.localdate(at)):
            return Refusal(
                "contest_runs",
                _("“%(product)s” không đạt kiểm nghiệm, nhưng chủ thể còn được đề nghị kiểm nghiệm lại.")
                % {"product": item},
                _("Hạn đề nghị đến hết ngày %(day)s.") % {"day": f"{test.report.contest_until:%d/%m/%Y}"},
                _("Bế mạc sau ngày đó, hoặc khi có kết quả mẫu đối chứng."),
            )
    return None


def _excludes_impurities(item: AgendaItem) -> bool:
    return any(one.name == IMPURITIES for one in findings(set_of(item.dossier)))


def tested_changes(item: AgendaItem, test: Outcome | None) -> dict[str, Any]:
    """The columns of a result that becomes final: what was found, as minutes and notices say it; a failing
    food-safety indicator stops recognition whatever the points.
    """
    if test is None:
        return {}
    with override("vi"):
        found = test.as_record()
    changes: dict[str, Any] = {"result": {**item.result, "test": found}}
    if test.stops and item.recommendation in GOES_UP:
        changes |= {
            "recommendation": Recommendation.NONE.value,
            "recommended_stars": None,
            "recommendation_reason": found["words"],
        }
    return changes
