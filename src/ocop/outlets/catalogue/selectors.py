"""What the check page reads: three narrow questions, because every scan of a QR code asks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ocop.casework.certificates.models import Certificate, DecisionItem
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.kernel.calendar import CertificateEvent
from ocop.kernel.codes import grouped, is_certificate_code, normalise_crockford
from ocop.outlets.catalogue.labels import Happened
from ocop.registers.products.models import Photo, RecognitionEvent
from ocop.registers.products.rules import EventKind, PhotoKind, Standing, standing

COMMUNE = "decision_item__item__dossier__commune__"
COLUMNS = {
    "code": "code",
    "product_code": "product_code",
    "stars": "stars",
    "valid_from": "recognition__valid_from",
    "expires_on": "recognition__expires_on",
    "printed": "decision_item__printed",
    "photo": "decision_item__photo_id",
    "product": "product_id",
    "name": "product__name",
    "slug": "product__slug",
    "story": "product__story",
    "is_illustration": "product__is_illustration",
    "producer": "product__producer__name",
    "recognition": "recognition_id",
    "number": "recognition__number",
    "decided_on": "recognition__decided_on",
    "authority": "recognition__authority",
    "status_code": "recognition__status_code",
    "kind": f"{COMMUNE}kind",
    "commune": f"{COMMUNE}name",
    "parent_kind": f"{COMMUNE}parent__kind",
    "parent": f"{COMMUNE}parent__name",
    "grandparent_kind": f"{COMMUNE}parent__parent__kind",
    "grandparent": f"{COMMUNE}parent__parent__name",
}
# a certificate shows the product itself, not its label, wherever there is such a photograph
PHOTO_ORDER = {kind: place for place, kind in enumerate(PhotoKind)}


@dataclass(frozen=True)
class Checked:
    """A certificate as the check page shows it:
    names as they were printed, and everything that happened since.
    """

    code: str
    product_code: str
    stars: int
    valid_from: date
    expires_on: date
    number: str
    decided_on: date
    authority: str
    product_id: int
    name: str
    slug: str
    producer: str
    has_story: bool
    is_illustration: bool
    place: Place
    photo: StoredFile | None
    status_code: str
    happened: tuple[Happened, ...]

    @property
    def printed_code(self) -> str:
        """The code in groups of four."""
        return grouped(self.code)

    def window_on(self, day: date) -> Standing:
        """What holds on a day."""
        events = [CertificateEvent(one.on, one.kind) for one in self.happened]
        return standing(self.status_code, self.valid_from, self.expires_on, events, day)


def checked(typed: str) -> Checked | None:
    """The certificate with this code, however it was typed; None where there is none."""
    if not is_certificate_code(typed):
        return None
    # no order: preparing an order costs more than the answer
    rows = (
        Certificate.objects.filter(code=normalise_crockford(typed)).order_by().values_list(*COLUMNS.values())
    )
    return next((_checked(dict(zip(COLUMNS, row, strict=True))) for row in rows), None)


def _checked(row: dict[str, Any]) -> Checked:
    printed = row["printed"]
    return Checked(
        **{
            name: row[name]
            for name in ("code", "product_code", "stars", "valid_from", "expires_on", "number")
        },
        **{name: row[name] for name in ("decided_on", "authority", "slug", "is_illustration", "status_code")},
        product_id=row["product"],
        name=printed.get("product") or row["name"],
        producer=printed.get("producer") or row["producer"],
        has_story=bool(row["story"].strip()),
        place=_place(row),
        photo=_photo(row["photo"], row["product"]),
        happened=_happened(row["recognition"]),
    )


def _place(row: dict[str, Any]) -> Place:
    """The commune with its names only."""
    above = None
    for level in ("grandparent", "parent"):
        if row[level]:
            above = Place(kind=row[f"{level}_kind"], name=row[level], parent=above)
    return Place(kind=row["kind"], name=row["commune"], parent=above)


def _photo(frozen: UUID | None, product_id: int) -> StoredFile | None:
    """The photograph on the certificate;
    where it was printed without one, the first of the product's page.
    """
    if frozen is None:
        shown = Photo.objects.filter(product=product_id, is_withdrawn=False).order_by()
        rows = shown.values_list("kind", "position", "pk", "file_id")
        first = min(rows, key=lambda row: (PHOTO_ORDER[PhotoKind(row[0])], row[1], row[2]), default=None)
        frozen = first[3] if first else None
    return StoredFile(pk=frozen) if frozen else None


def _happened(recognition_id: int) -> tuple[Happened, ...]:
    rows = RecognitionEvent.objects.filter(recognition=recognition_id).order_by("on", "pk")
    happened = rows.values_list("on", "kind", "paper__number")
    return tuple(Happened(on, EventKind(kind), number or "") for on, kind, number in happened)


def is_on_certificate(file: StoredFile) -> bool:
    """Whether a certificate shows this photograph:
    then everyone may see it as long as the certificate answers.
    """
    return DecisionItem.objects.filter(photo=file, certificate__isnull=False).exists()
