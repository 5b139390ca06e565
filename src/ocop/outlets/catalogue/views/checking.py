"""The page behind the QR code of a certificate: which product, what holds today, by which decision."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.casework.certificates.selectors import Answer, look_up
from ocop.kernel.codes import CodeError, ProductCode, is_certificate_code, normalise_crockford
from ocop.outlets.catalogue.labels import say_of
from ocop.outlets.catalogue.selectors import Checked, checked
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import StandingKind

LONGEST_CODE = 60


@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The certificate of this code, however it was typed; one statement, nothing of who looks.
    Codes that were never issued answer 404 and say so.
    """
    if not is_certificate_code(code):
        return _unknown(request, code)
    stored = normalise_crockford(code)
    answer = look_up(stored)
    if answer.facts is None:
        return _unknown(request, code, answer)
    context = {**_frame(answer), **_facts(checked(stored, answer.facts))}
    return render(request, "catalogue/check.html", context)


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


def _frame(answer: Answer) -> dict[str, Any]:
    """What the frame says of the programme; it need not ask."""
    return {"demonstration": answer.is_demonstration, "help_phone": answer.help_phone}


def _unknown(request: HttpRequest, typed: str, answer: Answer | None = None) -> HttpResponse:
    context = {"typed": typed[:LONGEST_CODE], "is_malformed": not is_certificate_code(typed)}
    frame = _frame(answer) if answer else {}
    return render(request, "catalogue/check_unknown.html", {**frame, **context}, status=404)


def _facts(certificate: Checked) -> dict[str, Any]:
    now = timezone.now()
    standing = certificate.window_on(timezone.localdate(now))
    return {
        "certificate": certificate,
        "words": say_of(standing, certificate.happened),
        "is_good": standing.is_good,
        "newer": certificate.newer if standing.kind == StandingKind.REPLACED else None,
        "now": now,
        "site": settings.SITE_ADDRESS,
        "canonical": settings.SITE_ADDRESS + reverse("catalogue:check", args=[certificate.code]),
    }
