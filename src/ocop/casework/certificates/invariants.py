"""What must hold of certificates."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.certificates import lookup
from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE
from ocop.foundation.invariants import Invariant
from ocop.kernel.codes import ProductCode, gaps

CHUNK = 200


def certificate_faults() -> Iterator[str]:
    """A certificate rests on a signed decision of recognition, has 3 or 4 stars,
    and agrees with the register.
    """
    rows = Certificate.objects.select_related("decision_item__decision", "recognition")
    for certificate in rows.order_by("pk").iterator(CHUNK):
        item, known = certificate.decision_item, certificate.recognition
        if not (item.is_live and item.decision.is_signed and item.decision.is_recognition):
            yield f"certificate {certificate.code}: no signed decision"
        elif certificate.stars not in RECOGNISED_BY_PROVINCE or certificate.stars != item.stars:
            yield f"certificate {certificate.code}: {certificate.stars} stars"
        elif (known.certificate_code, known.stars, known.expires_on) != (
            certificate.code, certificate.stars, certificate.expires_on,
        ):  # fmt: skip
            yield f"certificate {certificate.code}: the register says otherwise"


def product_code_faults() -> Iterator[str]:
    """The serials of product codes run from 1 without a gap in each commune and year."""
    codes = Certificate.objects.order_by("pk").values_list("product_code", flat=True)
    for fault in gaps(codes, ProductCode.parse):
        yield f"product code {fault}"


def lookup_faults() -> Iterator[str]:
    """What the check page says of a certificate is what follows from its decision, its recognition and its
    product.
    """
    for row, facts in lookup.differing():
        yield f"certificate {row.code}: {', '.join(facts)}"


INVARIANTS = (
    Invariant("certificates", certificate_faults),
    Invariant("product codes", product_code_faults),
    Invariant("what the check page says", lookup_faults),
)
