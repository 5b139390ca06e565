"""The certificate of one product: a sheet worth framing, with the code that opens its public page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.papers.frame import frame_of
from ocop.foundation.documents.engines import pdf, qr
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.selectors import image_of
from ocop.foundation.refusals import Refused

LAYOUT = "Mẫu giấy chứng nhận, bản 1"


def certificate_data(certificate: Certificate) -> dict[str, Any]:
    """What the certificate says; its photograph by the hash of the file."""
    item = certificate.decision_item
    decision = item.decision
    signed_on = f"{certificate.valid_from:%d/%m/%Y}"
    return {
        **frame_of(decision),
        "agency": decision.authority,
        "heading": "Giấy chứng nhận",
        "kind": f"Sản phẩm OCOP đạt hạng {certificate.stars} sao",
        "product": item.printed["product"],
        "producer": item.printed["producer"],
        "producer_place": item.printed["place"][:1].upper() + item.printed["place"][1:],
        "stars": certificate.stars,
        "facts": [
            {"label": "Quyết định", "value": _decided(certificate, decision)},
            {"label": "Mã sản phẩm", "value": certificate.product_code},
            {"label": "Có giá trị", "value": f"{signed_on} – {certificate.expires_on:%d/%m/%Y}"},
            *_in_place_of(certificate, decision),
        ],
        "date": certificate.valid_from,
        "titles": decision.signer_title.split(", "),
        "signer": decision.signer_name,
        "qr": qr.svg(certificate.public_url),
        "address": "Quét mã để kiểm tra giấy này",
        "photo": None if item.photo is None else item.photo.sha256,
        "code": certificate.printed_code,
        "layout": LAYOUT,
        "signed": _signed_text(certificate),
    }


def _signed_text(certificate: Certificate) -> str | None:
    """What `ocop verify` reads in the PDF; None where it was not signed before it was printed."""
    proof = getattr(certificate, "proof", None)
    return proof.text if proof else None


def _decided(certificate: Certificate, decision: Decision) -> str:
    """The decision that recognised the product."""
    if certificate.replaces_id is None:
        return f"số {decision.number} ngày {decision.signed_on:%d/%m/%Y}"
    known = certificate.recognition
    return f"số {known.number} ngày {known.decided_on:%d/%m/%Y}"


def _in_place_of(certificate: Certificate, decision: Decision) -> list[dict[str, str]]:
    """The certificate in whose place this one was given, and by which decision."""
    if certificate.replaces is None:
        return []
    words = f"mã {certificate.replaces.printed_code}, theo QĐ số {decision.number}"
    return [{"label": "Thay giấy", "value": words}]


def with_photo(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the frozen photograph itself; a certificate is made without it where the storage has lost it."""
    return {**data, "photo": _picture(data["photo"])}


def _picture(sha256: str | None) -> str | None:
    file = StoredFile.objects.filter(sha256=sha256).first() if sha256 else None
    if file is None or not file.is_image:
        return None
    try:
        return pdf.picture(image_of(file, ImageSize.DISPLAY), longest=900)
    except Refused:
        return None
