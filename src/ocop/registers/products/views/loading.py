"""What every page of a product needs."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ocop.kernel.law import Regulation
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import regulation_on


def visible(request: HttpRequest, slug: str, at: datetime) -> Product:
    """The product if this person may see it; else a page not found, as for one that does not exist."""
    return get_object_or_404(Product.objects.visible_to(request.user, at).with_names(), slug=slug)


def regulation_in_force(at: datetime) -> Regulation:
    """The regulation by whose classification products are registered now."""
    regulation = regulation_on(timezone.localdate(at))
    if regulation is None:
        raise Http404
    return regulation
