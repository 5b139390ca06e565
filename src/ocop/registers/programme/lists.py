"""The lists of rounds and of plans."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.columns import DayColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter, YearFilter
from ocop.registers.programme.labels import PLAN_STATE_KINDS, plan_state, plan_state_choices
from ocop.registers.programme.models import Plan, Round
from ocop.registers.programme.rules import PlanState


class RoundTable(tables.Table):
    """One line for a round."""

    name = tables.Column(verbose_name=_("Đợt"), accessor="number", order_by=("year", "number"))
    proposed_before = DayColumn(verbose_name=_("Xã đề nghị trước"))
    held_before = DayColumn(verbose_name=_("Đánh giá trước"))
    is_extra = tables.Column(verbose_name=_("Loại"))
    papers = tables.Column(verbose_name=_("Căn cứ"), accessor="plan", orderable=False, empty_values=())

    class Meta:
        model = Round
        fields: ClassVar = ("name", "proposed_before", "held_before", "is_extra", "papers")
        order_by = "-name"

    def render_name(self, record: Round) -> str:
        """Number and year."""
        return str(_("Đợt %(number)s năm %(year)s")) % {"number": record.number, "year": record.year}

    def render_is_extra(self, value: bool) -> str:
        """By the law, or beyond it."""
        return str(_("Bổ sung")) if value else str(_("Luật định"))

    def render_papers(self, record: Round) -> Any:
        """The papers of an extra round; else the article."""
        if record.plan and record.rules:
            return f"{record.rules}; {record.plan}"
        return str(_("Khoản 1 Điều 5"))


class RoundFilter(ListFilter):
    """By year and kind."""

    search_field = ""
    nam = YearFilter(label=_("Năm"), field_name="year")
    loai = django_filters.ChoiceFilter(
        label=_("Loại"), field_name="is_extra", choices=[("False", _("Luật định")), ("True", _("Bổ sung"))]
    )

    class Meta:
        model = Round
        fields: ClassVar = ("nam", "loai")


def _state(plan: Plan) -> tuple[str, str]:
    return plan_state(plan.state), PLAN_STATE_KINDS[PlanState(plan.state)]


class PlanTable(tables.Table):
    """One line for a plan."""

    year = tables.Column(verbose_name=_("Năm"), linkify=True)
    name = tables.Column(verbose_name=_("Tên kế hoạch"))
    place = tables.Column(verbose_name=_("Tỉnh"), accessor="place__local_name", order_by="place__name")
    number = tables.Column(verbose_name=_("Số, ký hiệu"))
    issued_on = DayColumn(verbose_name=_("Ngày ban hành"))
    targets = NumberColumn(verbose_name=_("Chỉ tiêu"), accessor="target_count")
    tasks = NumberColumn(verbose_name=_("Nhiệm vụ"), accessor="task_count")
    state = StateColumn(_state, verbose_name=_("Trạng thái"))

    class Meta:
        model = Plan
        fields: ClassVar = ("year", "name", "place", "number", "issued_on", "targets", "tasks", "state")
        order_by = "-year"


class PlanFilter(ListFilter):
    """By year and state."""

    search_field = ""
    nam = YearFilter(label=_("Năm"), field_name="year")
    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=plan_state_choices
    )

    class Meta:
        model = Plan
        fields: ClassVar = ("nam", "trang_thai")
