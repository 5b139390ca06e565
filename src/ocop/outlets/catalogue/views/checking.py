"""The page behind the QR code of a certificate: which product, what holds today, by which decision."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ocop.casework.certificates.selectors import Answer, look_up
from ocop.casework.certificates.selectors.central import is_from_centre
from ocop.kernel.codes import ProductCode, is_certificate_code, is_code, normalise_crockford
from ocop.outlets.catalogue.labels import say, say_of
from ocop.outlets.catalogue.selectors import Checked, checked
from ocop.registers.products.authority import managed_by
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.selectors import PUBLIC_STATUSES, bearing, standing_of
from ocop.registers.programme.selectors import current
from ocop.registers.recognitions.models import Entered
from ocop.registers.recognitions.selectors import entered_bearing, place_of_today

LONGEST_CODE = 60
AT_MOST_OLD = 60
"""Seconds for which a browser or a proxy may show an answer again, an unknown code's too: a revocation is
seen
within a minute."""


@require_safe
@cache_control(public=True, max_age=AT_MOST_OLD)
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The certificate of this code, however it was typed; one statement, nothing of who looks.
    Codes that were never issued answer 404 and say so.

    A product code, of four or five parts, shows the newest certificate that bears it, else what was entered
    from its paper, or leads to the product where the register knows of neither.
    """
    if not is_certificate_code(code):
        return _of_product(request, code)
    return _of_certificate(request, code, normalise_crockford(code))


@require_safe
def check_form(request: HttpRequest) -> HttpResponse:
    """A box to type a code into; that of a product too."""
    typed = request.GET.get("ma", "").strip()[:LONGEST_CODE]
    if not typed:
        return render(request, "catalogue/check_form.html")
    if is_certificate_code(typed):
        return redirect("catalogue:check", code=normalise_crockford(typed))
    return _of_product(request, typed, shows=False)


def _of_certificate(request: HttpRequest, typed: str, stored: str) -> HttpResponse:
    answer = look_up(stored)
    if answer.facts is None:
        return _unknown(request, typed, answer)
    context = {**_frame(answer), **_facts(checked(stored, answer.facts)), "is_signed": answer.is_signed}
    return render(request, "catalogue/check.html", context)


def _of_product(request: HttpRequest, typed: str, *, shows: bool = True) -> HttpResponse:
    known = bearing(typed[:LONGEST_CODE]).filter(status_code__in=PUBLIC_STATUSES)
    rows = list(known.values_list("certificate_code", "product__slug"))
    certificate = next((code for code, _ in rows if code), None)
    if certificate is not None:
        if shows:
            return _of_certificate(request, typed, certificate)
        return redirect("catalogue:check", code=certificate)
    if not rows:
        return _unknown(request, typed)
    if (entered := entered_bearing(str(ProductCode.parse(typed[:LONGEST_CODE])))) is None:
        return redirect("catalogue:product", slug=rows[0][1])
    if not shows:
        return redirect("catalogue:check", code=entered.recognition.product_code)
    return _of_paper(request, entered)


def _of_paper(request: HttpRequest, entered: Entered) -> HttpResponse:
    """What was entered from a paper of the years before: nothing of it was signed here, and it says so."""
    now, one, programme = timezone.now(), entered.recognition, current()
    standing, place = standing_of(one, timezone.localdate(now)), place_of_today(entered)
    context = {
        "demonstration": programme is not None and programme.is_demonstration,
        "help_phone": programme.help_phone if programme else "",
        "entered": entered, "recognition": one, "is_from_centre": is_from_centre(one),
        "place": place, "now": now, "managed_by": managed_by(one.stars, place, timezone.localdate(now)),
        "words": say(one, standing), "is_good": standing.is_good,
        "is_unknown": standing.kind == StandingKind.UNKNOWN,
        "canonical": settings.SITE_ADDRESS + reverse("catalogue:check", args=[one.product_code]),
    }  # fmt: skip
    return render(request, "catalogue/check_paper.html", context)


def _frame(answer: Answer) -> dict[str, Any]:
    """What the frame says of the programme; it need not ask."""
    return {"demonstration": answer.is_demonstration, "help_phone": answer.help_phone}


def _unknown(request: HttpRequest, typed: str, answer: Answer | None = None) -> HttpResponse:
    context = {
        "typed": typed[:LONGEST_CODE],
        "is_malformed": not is_certificate_code(typed) and not is_code(typed),
    }
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
