"""The check of a certificate."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Router, Schema

from ocop.casework.certificates.selectors import certificate_by_code
from ocop.outlets.api.v1.products import ProducerOut, RecognitionOut
from ocop.outlets.api.v1.shared import NotUnderstood, PlaceOut, Problem
from ocop.registers.products.selectors import standing_of

router = Router()


class CertifiedProduct(Schema):
    """The one product for which the certificate stands."""

    name: str
    slug: str
    producer: ProducerOut
    place: PlaceOut | None
    is_illustration: bool


class CertificateOut(Schema):
    """A certificate and what holds today."""

    code: str
    url: str
    product: CertifiedProduct
    recognition: RecognitionOut


@router.get(
    "{code}", response={200: CertificateOut, 404: Problem, 422: NotUnderstood}, url_name="certificate"
)
def certificate(request: HttpRequest, code: str) -> CertificateOut:
    """The certificate of this code; blanks, hyphens, case, O for 0 and I for 1 are forgiven."""
    found = certificate_by_code(code)
    if found is None:
        raise Http404("This code was never issued.")
    product, producer = found.product, found.product.producer
    return CertificateOut(
        code=found.code,
        url=settings.SITE_ADDRESS + reverse("catalogue:check", args=[found.code]),
        product=CertifiedProduct(
            name=product.name,
            slug=product.slug,
            producer=ProducerOut(name=producer.name, slug=producer.slug, legal_form=producer.legal_form),
            place=PlaceOut.of(found.decision_item.item.dossier.commune),
            is_illustration=product.is_illustration,
        ),
        recognition=RecognitionOut.of(
            found.recognition, standing_of(found.recognition, timezone.localdate())
        ),
    )
