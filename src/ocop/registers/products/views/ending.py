"""The officers' list of recognitions by the day on which they end."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.producers.permissions import refuse_list
from ocop.registers.products.lists import EndingFilter, EndingTable
from ocop.registers.products.models import Listing


class EndingList(ListView):
    """What holds today in one's commune or province, the soonest end first."""

    table_class = EndingTable
    filterset_class = EndingFilter
    heading = _("Sắp hết hạn")
    lead = _(
        "Sản phẩm đang được công nhận, sản phẩm hết hạn sớm nhất đứng trước. "
        "Sản phẩm chưa rõ ngày hết hạn không nằm trong danh sách này."
    )
    empty_title = _("Không có sản phẩm nào hết hạn trong thời gian này")
    empty_text = _("Chọn thời gian dài hơn, hoặc bỏ bớt điều kiện lọc.")
    exporter = as_xlsx
    export_name = "sap-het-han"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """People with an office only."""
        ensure(refuse_list(request.user, timezone.now()))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Listing]:
        """With places and events, in as many queries for any number of rows."""
        desk = Listing.objects.on_desk_of(self.request.user, timezone.now())
        running = desk.ends_between(timezone.localdate(), date.max)
        return running.select_related("ending").prefetch_related("commune", "product")
