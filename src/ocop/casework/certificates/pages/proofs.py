"""What everyone needs to check a certificate without network: its signed text, and the public keys."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ocop.casework.certificates.models import Proof
from ocop.casework.certificates.signing import trusted
from ocop.foundation.documents.engines import qr
from ocop.kernel.codes import is_certificate_code, normalise_crockford
from ocop.kernel.signed import KeyFileError, trusted_as_json


@require_safe
@cache_control(public=True, max_age=60)
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """The signed text of a certificate, as a QR code too, and how it is checked."""
    known = _known(code)
    context = {
        "proof": known,
        "certificate": known.certificate,
        "printed": known.certificate.decision_item.printed,
        "qr": qr.svg(known.text, level="L"),
    }
    return render(request, "certificates/proof.html", context)


@require_safe
@cache_control(public=True, max_age=60)
def text(request: HttpRequest, code: str) -> HttpResponse:
    """The signed text as a file that `ocop verify` takes."""
    known = _known(code)
    name = f"ban-ky-{known.certificate.code}.txt"
    response = HttpResponse(known.text + "\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@cache_control(public=True, max_age=60)
def keys(request: HttpRequest) -> HttpResponse:
    """The public keys with their periods, as `ocop verify --keys` reads them."""
    try:
        return JsonResponse(trusted_as_json(trusted().values()))
    except (KeyFileError, OSError) as wrong:
        raise Http404(_("Tệp khoá công khai chưa đọc được. Hãy báo người vận hành.")) from wrong


def _known(code: str) -> Proof:
    """By the code however it was typed. Http404 where there is no such certificate, or it was not signed
    yet.
    """
    rows = Proof.objects.select_related("certificate__decision_item")
    found = (
        rows.filter(certificate__code=normalise_crockford(code)).first()
        if is_certificate_code(code)
        else None
    )
    if found is None:
        raise Http404(_("Mã này không có bản ký để kiểm tra khi không có mạng."))
    return found
