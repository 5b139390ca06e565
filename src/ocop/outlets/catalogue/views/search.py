"""The catalogue: words without marks, old names of places, stars, sets, communes."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.outlets.catalogue.cards import cards
from ocop.outlets.catalogue.forms import CatalogueForm
from ocop.registers.products import public

PAGE_SIZE = 24


@require_safe
def products(request: HttpRequest) -> HttpResponse:
    """The products that answer to the address, a page of them at a time."""
    form = CatalogueForm(request.GET)
    wanted = form.wanted()
    page = _page(public.found(wanted, form.order), request.GET.get("trang", ""))
    context = {"form": form, "wanted": wanted, "page": page, "cards": cards(page, timezone.localdate())}
    return render(request, "catalogue/products.html", context)


def _page(rows: QuerySet[Any], wanted: str) -> Page:
    """The page asked for; what is no number is the first, what is too high the last."""
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 1
    return public.Pages(rows, PAGE_SIZE).get_page(number)
