"""The producer's dossiers: the list, and the products for which one can be opened."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.lists import DossierFilter, DossierTable
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.permissions import refuse_product
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import PAGE_SIZE, ListView
from ocop.foundation.ui.paging import PAGE_PARAM
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import (
    current_recognition,
    products_of,
    public_recognitions,
    standing_of,
)


class OwnList(ListView):
    """The dossiers of the producers for whom the person acts."""

    table_class = DossierTable
    filterset_class = DossierFilter
    heading = _("Hồ sơ của tôi")
    lead = _("Mỗi hồ sơ là một lần đánh giá của một sản phẩm.")
    empty_title = _("Bạn chưa có hồ sơ nào")
    empty_text = _("Mở hồ sơ cho một sản phẩm đã đăng ký.")
    empty_url: Any = reverse_lazy("dossiers:choose")
    add_url: Any = empty_url
    empty_label = add_label = _("Mở hồ sơ mới")
    exporter = as_xlsx
    export_name = "ho-so"

    def get_queryset(self) -> DossierQuerySet:
        """Own dossiers with what the table shows."""
        return Dossier.objects.of_producers_of(self.request.who.person, self.request.who.at).with_names()


def choose(request: PersonRequest) -> HttpResponse:
    """Which product shall be evaluated; says of each why not, where it cannot."""
    who = request.who
    own = products_of(who.person, who.at).select_related("producer__commune")
    own = own.prefetch_related(public_recognitions())
    page = Paginator(own, PAGE_SIZE).get_page(request.GET.get(PAGE_PARAM))
    products = list(page)
    under_way = {
        dossier.product_id: dossier for dossier in Dossier.objects.open().filter(product__in=products)
    }
    today = timezone.localdate(who.at)
    choices = [
        (product, refuse_product(product, under_way.get(product.pk), today), _held(product, today))
        for product in products
    ]
    return render(request, "dossiers/choose.html", {"choices": choices, "page": page})


def _held(product: Product, today: date) -> Recognition | None:
    """The recognition that holds today: such a product is evaluated again, or raised."""
    found = current_recognition(product.public_recognitions, today)  # type: ignore[attr-defined]
    return found if found is not None and standing_of(found, today).is_good else None
