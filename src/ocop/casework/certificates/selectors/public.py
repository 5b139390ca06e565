"""What everyone may know of a certificate."""

from __future__ import annotations

from datetime import date

from ocop.casework.certificates.models import Certificate
from ocop.kernel.codes import is_certificate_code, normalise_crockford
from ocop.registers.products.rules import Standing
from ocop.registers.products.selectors import standing_of


def certificate_by_code(code: str) -> Certificate | None:
    """The certificate with this code, however it was typed, with all that a page needs; None where there is
    none.

    Two queries: the certificate with product, producer, place, decision and photograph; what happened to it
    since.
    """
    if not is_certificate_code(code):
        return None
    rows = Certificate.objects.with_names().prefetch_related("recognition__events")
    return rows.filter(code=normalise_crockford(code)).first()


def status_on(certificate: Certificate, on: date) -> Standing:
    """Its status on a day with the day that belongs to it, as `ocop status` says it."""
    return standing_of(certificate.recognition, on)
