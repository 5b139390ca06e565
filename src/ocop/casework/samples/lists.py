"""The list of what must be tested, the receipt book, the laboratories."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.labels import (
    CAUSES,
    DEMAND_KINDS,
    SAMPLE_KINDS,
    cause_choices,
    cause_word,
    demand_choices,
    demand_word,
    sample_word,
)
from ocop.casework.samples.models import Demand, Handover, Laboratory
from ocop.casework.samples.rules import Cause
from ocop.casework.samples.states import DemandState, SampleState
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter


class DemandFilter(ListFilter):
    """Search by product and producer; by state and cause."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=demand_choices)
    vi = django_filters.ChoiceFilter(label=_("Vì"), field_name="cause", choices=cause_choices)


def progress_of(state: str, last_state: str | None) -> tuple[str, str]:
    """How far it is: the state of its last sample, or its own."""
    if state != DemandState.DUE or not last_state:
        return demand_word(state), DEMAND_KINDS[DemandState(state)]
    return sample_word(last_state), SAMPLE_KINDS[SampleState(last_state)]


def _progress(demand: Any) -> tuple[str, str]:
    return progress_of(demand.state, demand.last_state)


class DemandTable(tables.Table):
    """The products to be tested, each with its reason."""

    product = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="dossier__product__name")
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="dossier__product__producer__name")
    cause = tables.Column(verbose_name=_("Vì"))
    points = tables.Column(verbose_name=_("Điểm lượt đầu"), accessor="points", orderable=False)
    asked_by = tables.Column(verbose_name=_("Bên yêu cầu"), orderable=False)
    state = StateColumn(_progress, verbose_name=_("Trạng thái"), orderable=False)
    samples = NumberColumn(verbose_name=_("Số mẫu"), accessor="sample_count")
    at = DayColumn(verbose_name=_("Từ ngày"))

    class Meta:
        model = Demand
        fields = ("product", "producer", "cause", "points", "asked_by", "state", "samples", "at")
        order_by = "-at"

    cells: ClassVar = {
        "cause": Cell(("cause",), each=cause_word),
        "state": Cell(("state", "last_state"), each=lambda state, last: progress_of(state, last)[0]),
    }

    def render_cause(self, record: Demand) -> Any:
        """In words."""
        return CAUSES[Cause(record.cause)]


class HandoverFilter(ListFilter):
    """Search by code, seal, product, who gave and who got."""


class HandoverTable(tables.Table):
    """The receipt book: every time a sample went into other hands."""

    sample = LinkedColumn(verbose_name=_("Mã mẫu"), accessor="sample__code")
    product = tables.Column(verbose_name=_("Sản phẩm"), accessor="sample__product_name")
    seal = tables.Column(verbose_name=_("Số niêm phong"), accessor="sample__seal_no")
    quantity = tables.Column(
        verbose_name=_("Khối lượng, số lượng"), accessor="sample__quantity", orderable=False
    )
    giver = tables.Column(verbose_name=_("Người giao"))
    receiver = tables.Column(verbose_name=_("Người nhận"))
    on = DayColumn(verbose_name=_("Ngày giao nhận"))
    note = tables.Column(verbose_name=_("Tình trạng"), orderable=False)

    class Meta:
        model = Handover
        fields = ("sample", "product", "seal", "quantity", "giver", "receiver", "on", "note")
        order_by = "-on"


class LaboratoryFilter(ListFilter):
    """Search by name, number and scope."""


def _standing(laboratory: Any) -> tuple[Any, str]:
    """Whether its accreditation holds."""
    return (_("Công nhận đã hết hạn"), "bad") if laboratory.is_over else (_("Còn được công nhận"), "ok")


class LaboratoryTable(tables.Table):
    """Laboratories with their accreditation."""

    name = LinkedColumn(verbose_name=_("Phòng thử nghiệm"))
    accreditation_no = tables.Column(verbose_name=_("Số công nhận"), attrs={"td": {"class": "code"}})
    standing = StateColumn(_standing, verbose_name=_("Tình trạng"), accessor="is_over")
    valid_until = DayColumn(verbose_name=_("Đến hết ngày"))
    contact = tables.Column(verbose_name=_("Liên hệ"), orderable=False)
    scope = tables.Column(verbose_name=_("Phạm vi"), orderable=False)

    class Meta:
        model = Laboratory
        fields = ("name", "accreditation_no", "standing", "valid_until", "contact", "scope")
        order_by = "name"
