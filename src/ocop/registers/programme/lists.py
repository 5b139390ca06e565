"""The list of plans."""

from __future__ import annotations

from typing import ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.columns import DayColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter, YearFilter
from ocop.registers.programme.labels import PLAN_STATE_KINDS, plan_state, plan_state_choices
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import PlanState


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
