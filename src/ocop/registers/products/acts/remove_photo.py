"""Bỏ ảnh: takes a photograph off the product's pages."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded
from ocop.registers.products.about import PHOTO
from ocop.registers.products.models import Photo
from ocop.registers.products.permissions import refuse_remove_photo
from ocop.registers.products.writes import tell_followers


def refuse_remove(who: Who, photo: Photo) -> Refusal | None:
    """Who amends the product, and not while a dossier with it is being judged."""
    return refuse_remove_photo(who, photo.product)


@recorded
def remove_photo(photo: Photo, *, by: Person, at: datetime) -> None:
    """Takes a photograph off the product's pages; the file stays in the record."""
    ensure(refuse_remove_photo(who_is(by, at), photo.product))
    photo.is_withdrawn = True
    photo.save(update_fields=["is_withdrawn"])
    record("product.remove_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})
    tell_followers([photo.product_id])


REMOVE_PHOTO = Act(
    about=PHOTO,
    name="remove_photo",
    path="bo/",
    refuse=refuse_remove,
    do=remove_photo,
    button=_("Bỏ ảnh"),
    heading=_("Bỏ ảnh này?"),
    lead=_("Ảnh không còn hiện ở trang sản phẩm. Hồ sơ đã nộp vẫn giữ ảnh."),
    said=_("Đã bỏ ảnh."),
    template="ui/confirm.html",
    danger=True,
)
