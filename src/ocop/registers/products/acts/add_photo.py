"""Gửi ảnh: adds photographs of a product, several at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.db.models import Max
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.documents.models import StoredFile
from ocop.registers.products.about import PRODUCT
from ocop.registers.products.labels import PHOTO_KINDS
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.permissions import PHOTO_FILES, refuse_amend
from ocop.registers.products.rules import PhotoKind
from ocop.registers.products.writes import hold_products, tell_followers

MOST_PHOTOS = 12


class AsksPhotos(Asks):
    """Photographs to add, all of one kind."""

    kind = forms.ChoiceField(
        label=_("Ảnh chụp gì?"), choices=lambda: list(PHOTO_KINDS.items()), initial=PhotoKind.PRODUCT
    )
    photos = UploadsField(label=_("Chọn ảnh"), kinds=["image"])

    gives = frozenset({"uploads", "kind"})

    def given(self) -> Mapping[str, Any]:
        """The photographs, and what they show."""
        return {"uploads": self.cleaned_data["photos"], "kind": self.cleaned_data["kind"]}


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
    ensure(refuse_amend(who_is(by, at), product))
    # one at a time: two at once would stand at one place, or be one too many
    hold_products([product.pk])
    shown = product.photos.filter(is_withdrawn=False).count()
    if shown >= MOST_PHOTOS:
        raise Refused(
            Refusal(
                "too_many_photos",
                gettext("Sản phẩm đã có %(count)s ảnh.") % {"count": shown},
                gettext("Nhiều ảnh quá thì trang tải chậm trên điện thoại."),
                gettext("Bỏ bớt một ảnh rồi thêm lại."),
            )
        )
    last = product.photos.aggregate(last=Max("position"))["last"] or 0
    photo = Photo.objects.create(product=product, file=file, kind=kind, caption=caption, position=last + 1)
    record("product.add_photo", product, by=by, at=at, data={"file": str(file.pk), "sha256": file.sha256})
    tell_followers([product.pk])
    return photo


@recorded
def add_photos(
    product: Product, *, uploads: Sequence[File[Any]], kind: str, by: Person, at: datetime
) -> list[Photo]:
    """Adds them in their order, all or none. Refused as above, and for what is no picture."""
    ensure(refuse_amend(who_is(by, at), product))
    added = []
    for upload in uploads:
        file = store(upload, owner=PHOTO_FILES, by=by, at=at, kinds=("image",))
        added.append(add_photo(product, file=file, kind=kind, by=by, at=at))
    return added


ADD_PHOTOS = Act(
    about=PRODUCT,
    name="photos",
    path="anh/",
    refuse=refuse_amend,
    form=AsksPhotos,
    do=add_photos,
    button=_("Gửi ảnh"),
    heading=_("Ảnh sản phẩm"),
)
"""Its page is `pages/photos.py`: with scripts each goes by itself, and the last says how many there were."""
