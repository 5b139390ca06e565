"""The lists of inspections, orders, reports and plans."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.labels import (
    INSPECTION_KINDS,
    MINISTRY_KINDS,
    ORDER_KINDS,
    PLAN_KINDS,
    REPORT_KINDS,
    inspection_state_choices,
    inspection_word,
    ministry_state_choices,
    ministry_word,
    misuse_choices,
    misuse_word,
    order_state_choices,
    order_word,
    plan_word,
    report_state_choices,
    report_word,
)
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Inspection,
    InspectionPlan,
    MinistryInspection,
    MisuseReport,
)
from ocop.casework.inspections.states import (
    InspectionState,
    MinistryState,
    OrderState,
    PlanState,
    ReportState,
)
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter, YearFilter


class PlanFilter(ListFilter):
    """By year."""

    search_field = ""
    nam = YearFilter(label=_("Năm"), field_name="year")


class PlanTable(tables.Table):
    """Each year's plan."""

    year = LinkedColumn(verbose_name=_("Năm"))
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    visits = NumberColumn(verbose_name=_("Số chủ thể"))
    state = StateColumn(
        lambda plan: (plan_word(plan.state), PLAN_KINDS[PlanState(plan.state)]), verbose_name=_("Trạng thái")
    )
    paper = tables.Column(verbose_name=_("Số kế hoạch"), accessor="paper__number")
    issued_on = DayColumn(verbose_name=_("Ngày"), accessor="paper__issued_on")

    class Meta:
        model = InspectionPlan
        fields = ("year", "products", "visits", "state", "paper", "issued_on")
        order_by = "-year"

    cells: ClassVar = {"state": Cell(("state",), each=plan_word)}


class InspectionFilter(ListFilter):
    """Search by producer and product; by state and year."""

    buoc = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=inspection_state_choices
    )
    nam = YearFilter(label=_("Năm"), field_name="starts_on__year")


class InspectionTable(tables.Table):
    """Whom, when, by plan or by surprise, how far."""

    producer = LinkedColumn(verbose_name=_("Chủ thể"), accessor="producer__name")
    starts_on = DayColumn(verbose_name=_("Ngày kiểm tra"))
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    year = tables.Column(verbose_name=_("Theo kế hoạch năm"), accessor="plan__year")
    state = StateColumn(
        lambda one: (inspection_word(one.state), INSPECTION_KINDS[InspectionState(one.state)]),
        verbose_name=_("Trạng thái"),
    )
    paper = tables.Column(verbose_name=_("Kết luận"), accessor="paper__number")

    class Meta:
        model = Inspection
        fields = ("producer", "starts_on", "products", "year", "state", "paper")
        order_by = "-starts_on"

    cells: ClassVar = {"state": Cell(("state",), each=inspection_word)}


class OrderFilter(ListFilter):
    """Search by product, producer and demand; by state."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=order_state_choices)


class OrderTable(tables.Table):
    """What has to be put right, by whom, by when."""

    product = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="item__product_name")
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="producer__name")
    demand = tables.Column(verbose_name=_("Yêu cầu"))
    due_on = DayColumn(verbose_name=_("Hạn"))
    state = StateColumn(
        lambda one: (order_word(one.state), ORDER_KINDS[OrderState(one.state)]), verbose_name=_("Trạng thái")
    )

    class Meta:
        model = CorrectiveOrder
        fields = ("product", "producer", "demand", "due_on", "state")
        order_by = "due_on"

    cells: ClassVar = {"state": Cell(("state",), each=order_word)}


class MinistryFilter(ListFilter):
    """Search by product, producer, number and agency; by state and year."""

    buoc = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=ministry_state_choices
    )
    nam = YearFilter(label=_("Năm"), field_name="inspected_on__year")


class MinistryTable(tables.Table):
    """Of what, when, by which paper, what is asked by when."""

    product = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="product_name")
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="producer__name")
    inspected_on = DayColumn(verbose_name=_("Ngày kiểm tra"))
    paper = tables.Column(verbose_name=_("Văn bản"), accessor="paper__number")
    demand = tables.Column(verbose_name=_("Yêu cầu"))
    due_on = DayColumn(verbose_name=_("Hạn"))
    state = StateColumn(
        lambda one: (ministry_word(one.state), MINISTRY_KINDS[MinistryState(one.state)]),
        verbose_name=_("Trạng thái"),
    )

    class Meta:
        model = MinistryInspection
        fields = ("product", "producer", "inspected_on", "paper", "demand", "due_on", "state")
        order_by = "-inspected_on"

    cells: ClassVar = {"state": Cell(("state",), each=ministry_word)}


class ReportFilter(ListFilter):
    """Search by product, code, place and words; by state and kind."""

    buoc = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=report_state_choices
    )
    viec = django_filters.ChoiceFilter(label=_("Việc thấy"), field_name="kind", choices=misuse_choices)


class ReportTable(tables.Table):
    """What was seen, of what, where."""

    kind = LinkedColumn(verbose_name=_("Việc thấy"))
    product_name = tables.Column(verbose_name=_("Sản phẩm"))
    code = tables.Column(verbose_name=_("Mã trên tem"), attrs={"td": {"class": "code"}})
    seen_at = tables.Column(verbose_name=_("Thấy ở đâu"))
    received_at = DayColumn(verbose_name=_("Nhận ngày"))
    state = StateColumn(
        lambda one: (report_word(one.state), REPORT_KINDS[ReportState(one.state)]),
        verbose_name=_("Trạng thái"),
    )

    class Meta:
        model = MisuseReport
        fields = ("kind", "product_name", "code", "seen_at", "received_at", "state")
        order_by = "-received_at"

    cells: ClassVar = {
        "kind": Cell(("kind",), each=misuse_word),
        "state": Cell(("state",), each=report_word),
    }

    def value_kind(self, record: Any) -> str:
        """In words."""
        return misuse_word(record.kind)
