"""Lập dự thảo kế hoạch kiểm tra: the list of a year, from data by risk and turn (article 9(2)(a))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import PLANS
from ocop.casework.inspections.labels import weight_lines
from ocop.casework.inspections.models import InspectionPlan, PlanLine
from ocop.casework.inspections.permissions import refuse_handle, refuse_office
from ocop.casework.inspections.rules.risk import draft
from ocop.casework.inspections.rules.weights import default_weights, weights
from ocop.casework.inspections.selectors.facts import facts_of, listed
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, once, record, recorded, vouch
from ocop.registers.programme.models import Programme

MOST_VISITS = 500


class AsksPlan(Asks):
    """The year, and how many producers the office can visit."""

    year = forms.IntegerField(label=_("Năm"), min_value=2026, max_value=2100)
    visits = forms.IntegerField(
        label=_("Kiểm tra bao nhiêu chủ thể"),
        min_value=1,
        max_value=MOST_VISITS,
        help_text=_("Mỗi chủ thể một lần trong năm; mọi sản phẩm còn hiệu lực được xem cùng lúc."),
    )
    beside = {"conflict_": "year", "past_": "year"}

    def known(self) -> Mapping[str, Any]:
        """Next year from October on, before that this year."""
        today = timezone.localdate(self.who.at)
        return {"year": today.year + (today.month >= 10), "visits": 20}


@recorded
def draw_plan(programme: Programme, *, year: int, visits: int, by: Person, at: datetime) -> InspectionPlan:
    """Draws the list: producers by their riskiest product, then by who waits longest; nobody twice in a year
    without an open order or a report. Refused to all but officers of the province, for a year that is past
    or has a plan.
    """
    who, today = who_is(by, at), timezone.localdate(at)
    plan = InspectionPlan(programme=programme, year=year, visits=visits, drawn_by=by, drawn_at=at)
    ensure(refuse_handle(who, plan))
    ensure(_refuse_year(programme, year, today.year))
    used = weights()
    plan.weights = used.as_data()
    rows = listed(programme, year, today)
    known = {row["product"]: row for row in rows}
    chosen, _left_out = draft(facts_of(rows, year, today), used, today, visits)
    with once(lambda: _refuse_year(programme, year, today.year)):
        plan.save()
    lines = PlanLine.objects.bulk_create(
        PlanLine(
            plan=plan,
            recognition_id=known[one.facts.product]["recognition"],
            producer_id=one.facts.producer,
            position=place,
            product_name=known[one.facts.product]["name"],
            points=one.points,
            reasons=[asdict(reason) | {"why": reason.why.value} for reason in one.reasons],
        )
        for place, one in enumerate(chosen, start=1)
    )
    vouch(lines)
    record("inspectionplan.draw", plan, by=by, at=at, data={"year": year, "lines": len(lines)})
    return plan


def _refuse_year(programme: Programme, year: int, this_year: int) -> Refusal | None:
    if year < this_year:
        return Refusal("past_year", _("Năm này đã qua."), "", _("Chọn năm nay hoặc năm sau."))
    if InspectionPlan.objects.filter(programme=programme, year=year).exists():
        return Refusal(
            "conflict_plan_exists",
            gettext("Đã có kế hoạch kiểm tra năm %(year)s.") % {"year": year},
            "",
            _("Mở kế hoạch đó để sửa, hoặc kiểm tra đột xuất khi có lý do."),
        )
    return None


def _weights(_form: Asks) -> Mapping[str, Any]:
    return {"details": weight_lines(weights(), default_weights())}


DRAW = Act(
    about=PLANS,
    name="draw",
    path="lap/",
    refuse=refuse_office,
    form=AsksPlan,
    do=draw_plan,
    button=_("Lập dự thảo kế hoạch kiểm tra"),
    lead=_("Máy xếp theo điểm rủi ro dưới đây, rồi theo lượt. Cán bộ thêm bớt trước khi ban hành."),
    confirm=_("Lập dự thảo"),
    said=_("Đã lập dự thảo. Xem từng dòng, thêm bớt nếu cần, rồi ban hành."),
    show=_weights,
    then=lambda _programme, plan: plan.get_absolute_url(),
    begins=True,
)
