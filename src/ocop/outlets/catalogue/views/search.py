"""The catalogue: words with or without marks, old names of places, stars, sets, communes."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.places.selectors import former
from ocop.kernel.codes import is_code
from ocop.outlets.catalogue.cards import cards
from ocop.outlets.catalogue.forms import CatalogueForm
from ocop.outlets.catalogue.views.checking import LONGEST_CODE
from ocop.registers.products import public

PAGE_SIZE = 24


@require_safe
def products(request: HttpRequest) -> HttpResponse:
    """The products that answer to the address, a page of them at a time; a code leads to what it is of.
    Words that find nothing for a slip of the finger find what was meant, and the page says so.
    """
    typed = request.GET.get("q", "")[:LONGEST_CODE]
    if is_code(typed):
        return redirect("catalogue:check", code="".join(typed.split()))
    form = CatalogueForm(request.GET)
    wanted = form.wanted()
    page = public.page_of(public.found(wanted, form.order), request.GET, PAGE_SIZE)
    instead = public.instead(wanted) if not page.paginator.count else None
    if instead is not None:
        page = public.page_of(public.found(instead, form.order), request.GET, PAGE_SIZE)
    today = timezone.localdate()
    form.count(facets := public.facets(instead or wanted))
    context = {
        "form": form, "wanted": wanted, "instead": instead, "page": page,
        "in_season": (today.month, facets["months"].get(today.month, 0)),
        "former": former(wanted.words, today),
        "licence": settings.OPEN_DATA_LICENCE,
        "cards": cards(page, today, {one.commune.pk: one.km for one in form.near or ()}),
    }  # fmt: skip
    return render(request, "catalogue/products.html", context)
