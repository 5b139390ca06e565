"""The officers' list of producers."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.producers import permissions
from ocop.registers.producers.lists import ProducerFilter, ProducerTable
from ocop.registers.producers.models import Producer


class ProducerList(ListView):
    """The producers of one's commune or province."""

    table_class = ProducerTable
    filterset_class = ProducerFilter
    heading = _("Chủ thể OCOP")
    lead = _("Tìm theo tên, số đăng ký, xã hiện nay hoặc xã, huyện cũ; không cần gõ dấu.")
    add_label = _("Nhập chủ thể")
    empty_title = _("Chưa có chủ thể nào trên địa bàn")
    empty_text = _("Chủ thể tự đăng ký, hoặc bạn nhập thay.")
    add_url: Any = reverse_lazy("producers:register")
    empty_url: Any = add_url
    empty_label = _("Nhập chủ thể đầu tiên")
    exporter = as_xlsx
    export_name = "chu-the"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """People with an office only; only officers of commune and province enter producers."""
        at = timezone.now()
        ensure(permissions.refuse_list(request.user, at))
        if not permissions.is_officer(request.user, at):
            self.add_url = self.empty_url = ""
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Producer]:
        """With commune and number of products, counted for the rows of the page alone."""
        desk = Producer.objects.on_desk_of(self.request.user, timezone.now())
        own = Producer.objects.filter(pk=OuterRef("pk")).values("pk").annotate(n=Count("products"))
        return desk.with_places().annotate(product_count=Subquery(own.values("n")))
