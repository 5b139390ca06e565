"""Every write on products and on the recognitions they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.foundation.audit.actions import record
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.places.selectors import names_for_search
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.text import fold
from ocop.registers.producers.actions import free_slug
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.products import permissions
from ocop.registers.products.models import Photo, Product, Recognition, RecognitionEvent
from ocop.registers.products.rules import EventKind, PhotoKind, RecordStatus

MOST_PHOTOS = 12


def search_text(product: Product) -> str:
    """Folded name, producer and place, its former names included: what the catalogue searches."""
    commune = product.commune or product.producer.commune
    names = names_for_search(commune) if commune else []
    return fold(" ".join([product.name, product.producer.name, *names]))


def _refuse_same_name(producer: Producer, name: str, but: Product | None = None) -> Refusal | None:
    others = producer.products.filter(name=name)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if not others.exists():
        return None
    return Refusal(
        "product_exists",
        _("%(producer)s đã có sản phẩm tên “%(name)s”.") % {"producer": producer, "name": name},
        _("Mỗi sản phẩm chỉ đăng ký một lần và giữ một hồ sơ suốt đời."),
        _("Mở sản phẩm đã có, hoặc đặt tên khác nếu đây là sản phẩm khác."),
    )


@transaction.atomic
def register_product(
    producer: Producer,
    *,
    fields: Mapping[str, Any],
    by: Any,
    at: datetime,
    source: str = Source.SELF,
    is_illustration: bool = False,
) -> Product:
    """Enters a product of a producer. Refused to strangers and where the producer has one of the same name."""
    ensure(permissions.refuse_register(by, producer, at))
    ensure(_refuse_same_name(producer, fields["name"]))
    product = Product(producer=producer, **fields, source=source, is_illustration=is_illustration, created_at=at)
    product.slug = free_slug(product.name, Product.objects)
    product.search_text = search_text(product)
    product.save(force_insert=True)
    record("product.register", product, by=by, at=at)
    return product


@transaction.atomic
def amend_product(product: Product, *, fields: Mapping[str, Any], by: Any, at: datetime) -> Product:
    """Changes the description of a product; the record keeps which fields changed."""
    ensure(permissions.refuse_amend(by, product, at))
    if "name" in fields:
        ensure(_refuse_same_name(product.producer, fields["name"], but=product))
    changed = sorted(name for name, value in fields.items() if getattr(product, name) != value)
    for name, value in fields.items():
        setattr(product, name, value)
    product.search_text = search_text(product)
    product.save()
    if changed:
        record("product.amend", product, by=by, at=at, data={"fields": changed})
    return product


@transaction.atomic
def add_photo(
    product: Product, *, file: StoredFile, by: Any, at: datetime, kind: str = PhotoKind.PRODUCT, caption: str = ""
) -> Photo:
    """Adds a photograph at the end. Refused beyond MOST_PHOTOS."""
    ensure(permissions.refuse_amend(by, product, at))
    shown = product.photos.filter(is_withdrawn=False).count()
    if shown >= MOST_PHOTOS:
        raise Refused(
            Refusal(
                "too_many_photos",
                _("Sản phẩm đã có %(count)s ảnh.") % {"count": shown},
                _("Nhiều ảnh quá thì trang tải chậm trên điện thoại."),
                _("Bỏ bớt một ảnh rồi thêm lại."),
            )
        )
    photo = Photo.objects.create(product=product, file=file, kind=kind, caption=caption, position=shown + 1)
    record("product.add_photo", product, by=by, at=at, data={"file": str(file.pk), "sha256": file.sha256})
    return photo


@transaction.atomic
def remove_photo(photo: Photo, *, by: Any, at: datetime) -> None:
    """Takes a photograph off the product's pages; the file stays in the record."""
    ensure(permissions.refuse_remove_photo(by, photo.product, at))
    photo.is_withdrawn = True
    photo.save(update_fields=["is_withdrawn"])
    record("product.remove_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})


@transaction.atomic
def record_recognition(product: Product, *, fields: Mapping[str, Any], by: Any, at: datetime) -> Recognition:
    """Writes a recognition into the register. Called by the signing of a decision and by the register import.

    A decision of 3 stars or more replaces the recognition that the product held until then.
    """
    recognition = Recognition.objects.create(product=product, **fields)
    if recognition.status_code == RecordStatus.RECOGNISED and recognition.valid_from:
        _replace_earlier(recognition)
    record("recognition.record", recognition, by=by, at=at, data={"stars": recognition.stars, "year": recognition.year})
    return recognition


def _replace_earlier(recognition: Recognition) -> None:
    """Marks recognitions of the same product that still run as replaced from the day the new one begins."""
    begins: date = recognition.valid_from  # type: ignore[assignment]
    running = recognition.product.recognitions.filter(
        status_code=RecordStatus.RECOGNISED, expires_on__gte=begins
    ).exclude(pk=recognition.pk)
    for earlier in running:
        RecognitionEvent.objects.create(recognition=earlier, on=begins, kind=EventKind.REPLACED)


@transaction.atomic
def record_event(
    recognition: Recognition,
    *,
    kind: str,
    on: date,
    by: Any,
    at: datetime,
    paper: Paper | None = None,
    reason: str = "",
) -> RecognitionEvent:
    """Writes what happened to a recognition after its issue."""
    event = RecognitionEvent.objects.create(recognition=recognition, on=on, kind=kind, paper=paper)
    record(f"recognition.{kind}", recognition, by=by, at=at, reason=reason, data={"on": on.isoformat()})
    return event
