"""Ghi chú ảnh: says what a photograph shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.registers.products.about import PHOTO
from ocop.registers.products.labels import PHOTO_KINDS
from ocop.registers.products.models import Photo
from ocop.registers.products.permissions import refuse_amend
from ocop.registers.products.writes import tell_followers


class AsksWhatItShows(Asks):
    """What one photograph shows."""

    kind = forms.ChoiceField(label=_("Ảnh chụp gì?"), choices=lambda: list(PHOTO_KINDS.items()))
    caption = TextField(
        label=_("Ghi chú"), max_length=200, required=False, help_text=_("Ví dụ: Dứa chín tháng 5")
    )

    def known(self) -> Mapping[str, Any]:
        """What was said so far."""
        return {"kind": self.thing.kind, "caption": self.thing.caption}


def refuse_amend_photo(who: Who, photo: Photo) -> Refusal | None:
    """Who amends the product."""
    return refuse_amend(who, photo.product)


@recorded
def amend_photo(photo: Photo, *, kind: str, caption: str, by: Person, at: datetime) -> Photo:
    """Says what a photograph shows. Allowed also while a dossier is judged: the picture itself stays."""
    ensure(refuse_amend(who_is(by, at), photo.product))
    if (photo.kind, photo.caption) == (kind, caption):
        return photo
    photo.kind, photo.caption = kind, caption
    photo.save(update_fields=["kind", "caption"])
    record("product.amend_photo", photo.product, by=by, at=at, data={"file": str(photo.file_id)})
    tell_followers([photo.product_id])
    return photo


AMEND_PHOTO = Act(
    about=PHOTO,
    name="amend_photo",
    refuse=refuse_amend_photo,
    form=AsksWhatItShows,
    do=amend_photo,
    button=_("Ghi chú ảnh"),
    confirm=_("Lưu"),
    template="products/amend.html",
)
