"""Photographs of products."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.registers.products import permissions
from ocop.registers.products.actions.listings import hold_products, tell_followers
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.rules import PhotoKind

MOST_PHOTOS = 12


@recorded
def add_photo(
    product: Product,
    *,
    file: StoredFile,
    by: Person,
    at: datetime,
    kind: str = PhotoKind.PRODUCT,
    caption: str = "",
) -> Photo:
    """Adds a photograph at the end. Refused beyond MOST_PHOTOS."""
    ensure(permissions.refuse_amend(by, product, at))
    # one at a time: two at once would stand at one place, or be one too many
    hold_products([product.pk])
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
    last = product.photos.aggregate(last=Max("position"))["last"] or 0
    photo = Photo.objects.create(product=product, file=file, kind=kind, caption=caption, position=last + 1)
    record("product.add_photo", product, by=by, at=at, data={"file": str(file.pk), "sha256": file.sha256})
    tell_followers([product.pk])
    return photo


@recorded
def amend_photo(photo: Photo, *, kind: str, caption: str, by: Person, at: datetime) -> Photo:
    """Says what a photograph shows. Allowed also while a dossier is judged: the picture itself stays."""
    ensure(permissions.refuse_amend(by, photo.product, at))
    if (photo.kind, photo.caption) == (kind, caption):
        return photo
    photo.kind, photo.caption = kind, caption
    photo.save(update_fields=["kind", "caption"])
    record("product.amend_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})
    tell_followers([photo.product_id])
    return photo


@recorded
def move_photo(photo: Photo, *, is_up: bool, by: Person, at: datetime) -> None:
    """Puts a photograph one place earlier or later; the first one stands for the product.
    At the end: nothing.
    """
    ensure(permissions.refuse_amend(by, photo.product, at))
    shown = list(holding(photo.product.photos.filter(is_withdrawn=False)))
    place = next((number for number, one in enumerate(shown) if one.pk == photo.pk), None)
    other = None if place is None else place + (-1 if is_up else 1)
    if place is None or other is None or not 0 <= other < len(shown):
        return
    shown[place], shown[other] = shown[other], shown[place]
    for position, one in enumerate(shown, start=1):
        one.position = position
    Photo.objects.bulk_update(shown, ["position"])
    vouch(shown, "position")
    record("product.move_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})
    tell_followers([photo.product_id])


@recorded
def remove_photo(photo: Photo, *, by: Person, at: datetime) -> None:
    """Takes a photograph off the product's pages; the file stays in the record."""
    ensure(permissions.refuse_remove_photo(by, photo.product, at))
    photo.is_withdrawn = True
    photo.save(update_fields=["is_withdrawn"])
    record("product.remove_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})
    tell_followers([photo.product_id])
