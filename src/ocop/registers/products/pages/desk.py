"""The officers' list of products."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.producers.permissions import refuse_list
from ocop.registers.products.lists import ProductFilter, ProductTable
from ocop.registers.products.models import Listing, Product
from ocop.registers.products.selectors import public_recognitions


class ProductList(ListView):
    """The products of one's commune or province."""

    table_class = ProductTable
    filterset_class = ProductFilter
    heading = _("Sản phẩm")
    lead = _("Tìm theo tên sản phẩm, chủ thể, xã hiện nay hoặc xã, huyện cũ; không cần gõ dấu.")
    empty_title = _("Chưa có sản phẩm nào trên địa bàn")
    empty_text = _("Sản phẩm được ghi từ trang của chủ thể.")
    exporter = as_xlsx
    export_name = "san-pham"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """People with an office only."""
        ensure(refuse_list(request.user, timezone.now()))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Listing]:
        """With places and recognitions, in as many queries for any number of rows."""
        known = Product.objects.only("slug").prefetch_related(public_recognitions())
        desk = Listing.objects.on_desk_of(self.request.user, timezone.now())
        return desk.prefetch_related("commune", Prefetch("product", known))
