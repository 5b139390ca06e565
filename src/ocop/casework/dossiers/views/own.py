"""The producer's dossiers: the list, and opening one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.lists import DossierFilter, DossierTable
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView
from ocop.registers.products.selectors import products_of


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
        return Dossier.objects.of_producers_of(self.request.user, timezone.now()).with_names()


def choose(request: HttpRequest) -> HttpResponse:
    """Which product shall be evaluated; says of each why not, where it cannot."""
    at = timezone.now()
    products = products_of(request.user, at).select_related("producer__commune")
    under_way = {
        dossier.product_id: dossier for dossier in Dossier.objects.open().filter(product__in=products)
    }
    today = timezone.localdate(at)
    choices = [
        (product, permissions.refuse_product(product, under_way.get(product.pk), today))
        for product in products
    ]
    return render(request, "dossiers/choose.html", {"choices": choices})


def open_dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks, then opens the dossier of a product."""
    at = timezone.now()
    product = get_object_or_404(products_of(request.user, at), slug=slug)
    if request.method == "POST":
        dossier = actions.open_dossier(product=product, by=request.user, at=at)
        return redirect(dossier)
    context: dict[str, Any] = {
        "heading": gettext("Mở hồ sơ cho “%(product)s”") % {"product": product.name},
        "question": gettext("Hồ sơ đăng ký đánh giá lần đầu. Bạn làm dần từng mục, lúc nào nộp cũng được."),
        "submit": gettext("Mở hồ sơ"),
        "cancel_url": reverse("dossiers:choose"),
        "refusal": permissions.refuse_open(request.user, product, at),
        "product": product,
    }
    return render(request, "dossiers/open.html", context)
