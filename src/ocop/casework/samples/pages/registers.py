"""Lists: what must be tested, the receipt book, laboratories."""

from __future__ import annotations

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields import BooleanField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples import permissions
from ocop.casework.samples.lists import (
    DemandFilter,
    DemandTable,
    HandoverFilter,
    HandoverTable,
    LaboratoryFilter,
    LaboratoryTable,
)
from ocop.casework.samples.models import Demand, Handover, Laboratory, Sample
from ocop.casework.samples.states import DemandState
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView


class DemandList(ListView):
    """What must be tested, each with its reason and how far it is."""

    useful_first = (Q(state=DemandState.DUE),)
    table_class = DemandTable
    filterset_class = DemandFilter
    heading = _("Sản phẩm phải kiểm nghiệm")
    lead = _("Từ 50 điểm sau lượt chấm đầu (Quyết định 1048), hoặc hội đồng, cơ quan tỉnh yêu cầu.")
    empty_title = _("Chưa có sản phẩm nào phải kiểm nghiệm")
    empty_text = _("Yêu cầu kiểm nghiệm ở trang của hồ sơ.")
    exporter = as_xlsx
    export_name = "phai-kiem-nghiem"

    def get_queryset(self) -> QuerySet[Demand]:
        """Those on the desk of the person's office, with the last sample of each."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        last = Sample.objects.filter(demand=OuterRef("pk")).order_by("-pk").values("state")[:1]
        rows = Demand.objects.visible_to(who.person, who.at).select_related("dossier__product__producer")
        return rows.annotate(last_state=Subquery(last), sample_count=Count("samples"))


class HandoverList(ListView):
    """The receipt book."""

    table_class = HandoverTable
    filterset_class = HandoverFilter
    heading = _("Sổ giao nhận mẫu")
    lead = _("Mỗi lần mẫu qua tay người khác là một dòng, không sửa, không xoá.")
    empty_title = _("Chưa có lần giao nhận nào")
    empty_text = _("Dòng đầu tiên được ghi khi lấy mẫu.")
    exporter = as_xlsx
    export_name = "so-giao-nhan-mau"

    def get_queryset(self) -> QuerySet[Handover]:
        """Those of samples on the desk of the person's office."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        return Handover.objects.visible_to(who.person, who.at).select_related("sample")


class LaboratoryList(ListView):
    """The laboratories of the province; one whose accreditation ended is marked."""

    table_class = LaboratoryTable
    filterset_class = LaboratoryFilter
    heading = _("Phòng thử nghiệm")
    lead = _("Chỉ gửi mẫu cho phòng còn được công nhận; hết hạn thì bị chặn khi gửi và ghi kết quả.")
    empty_title = _("Chưa có phòng thử nghiệm nào")
    empty_text = _("Thêm phòng thử nghiệm trước khi gửi mẫu.")
    empty_label = add_label = _("Thêm phòng thử nghiệm")
    exporter = as_xlsx
    export_name = "phong-thu-nghiem"
    refuse_add = permissions.refuse_laboratories
    add_name = "samples:add_laboratory"

    def get_queryset(self) -> QuerySet[Laboratory]:
        """Those of the own province, with whether the accreditation ended."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        today = timezone.localdate(who.at)
        over = Case(
            When(valid_until__lt=today, then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        return Laboratory.objects.visible_to(who.person, who.at).annotate(is_over=over)
