"""The page behind the QR code of a certificate: which product, what holds today, by which decision."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.certificates.models import Certificate
from ocop.kernel.codes import CodeError, ProductCode, is_certificate_code, normalise_crockford
from ocop.outlets.catalogue.labels import say_of
from ocop.outlets.catalogue.selectors import Checked, checked
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import StandingKind

LONGEST_CODE = 60


@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The certificate of this code, however it was typed.
    Codes that were never issued answer 404 and say so.
    """
    certificate = checked(code)
    if certificate is None:
        return _unknown(request, code)
    return render(request, "catalogue/check.html", _facts(certificate))


@require_safe
def check_form(request: HttpRequest) -> HttpResponse:
    """A box to type a code into; a product code leads to the newest certificate that bears it."""
    typed = request.GET.get("ma", "").strip()[:LONGEST_CODE]
    if not typed:
        return render(request, "catalogue/check_form.html")
    if is_certificate_code(typed):
        return _to_certificate(normalise_crockford(typed))
    by_product = _by_product_code(typed)
    return _to_certificate(by_product) if by_product else _unknown(request, typed)


def _to_certificate(code: str) -> HttpResponseRedirect:
    return redirect("catalogue:check", code=code)


def _by_product_code(typed: str) -> str | None:
    try:
        product_code = str(ProductCode.parse(typed))
    except CodeError:
        return None
    rows = Recognition.objects.filter(product_code=product_code, certificate_code__isnull=False)
    return rows.order_by("-pk").values_list("certificate_code", flat=True).first()


def _unknown(request: HttpRequest, typed: str) -> HttpResponse:
    context = {"typed": typed[:LONGEST_CODE], "is_malformed": not is_certificate_code(typed)}
    return render(request, "catalogue/check_unknown.html", context, status=404)


def _facts(certificate: Checked) -> dict[str, Any]:
    now = timezone.now()
    standing = certificate.window_on(timezone.localdate(now))
    return {
        "certificate": certificate,
        "words": say_of(standing, certificate.happened),
        "is_good": standing.is_good,
        "newer": _newer(certificate) if standing.kind == StandingKind.REPLACED else None,
        "now": now,
        "site": settings.SITE_ADDRESS,
        "canonical": settings.SITE_ADDRESS + reverse("catalogue:check", args=[certificate.code]),
    }


def _newer(certificate: Checked) -> str | None:
    """The code of the certificate that the same product holds now."""
    later = Certificate.objects.filter(product=certificate.product_id, valid_from__gte=certificate.valid_from)
    return (
        later.exclude(code=certificate.code)
        .order_by("-valid_from", "-pk")
        .values_list("code", flat=True)
        .first()
    )
