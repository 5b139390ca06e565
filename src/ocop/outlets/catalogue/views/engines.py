"""What search engines ask for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.communication.selectors import all_shown
from ocop.registers.products import public
from ocop.registers.products.models import Listing

MOST_ADDRESSES = 20_000


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the map says what there is."""
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {settings.SITE_ADDRESS}{reverse('site:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Addresses of the pages worth finding: the fixed ones, products, producers, news and guidance."""
    fixed = [reverse(f"catalogue:{name}") for name in ("home", "products", "news", "guidance", "check_form")]
    products = (
        Listing.objects.public().order_by("pk").values_list("product__slug", flat=True)[:MOST_ADDRESSES]
    )
    producers = public.listed_producers().order_by("pk").values_list("slug", flat=True)[:MOST_ADDRESSES]
    paths = [*fixed, reverse("regulations:index")]
    paths += [reverse("catalogue:product", args=[slug]) for slug in products]
    paths += [reverse("catalogue:producer", args=[slug]) for slug in producers]
    paths += [page.public_url for page in all_shown(timezone.localdate())[:MOST_ADDRESSES]]
    context = {"addresses": [settings.SITE_ADDRESS + path for path in paths]}
    return render(request, "catalogue/sitemap.xml", context, content_type="application/xml; charset=utf-8")
