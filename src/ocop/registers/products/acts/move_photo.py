"""Đổi thứ tự ảnh: puts a photograph one place earlier or later; its buttons do it at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, record, recorded, vouch
from ocop.foundation.holding import holding
from ocop.registers.products.about import PHOTO
from ocop.registers.products.acts.amend_photo import refuse_amend_photo
from ocop.registers.products.models import Photo
from ocop.registers.products.permissions import refuse_amend
from ocop.registers.products.writes import tell_followers


class AsksWay(Asks):
    """Which of the two buttons was pressed."""

    gives = frozenset({"is_up"})

    def given(self) -> Mapping[str, Any]:
        """Up, or else down."""
        return {"is_up": "len" in self.data}


@recorded
def move_photo(photo: Photo, *, is_up: bool, by: Person, at: datetime) -> None:
    """Puts a photograph one place earlier or later; the first one stands for the product.
    At the end: nothing.
    """
    ensure(refuse_amend(who_is(by, at), photo.product))
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


MOVE_PHOTO = Act(
    about=PHOTO,
    name="move_photo",
    path="doi-cho/",
    refuse=refuse_amend_photo,
    form=AsksWay,
    do=move_photo,
    button=_("Đổi thứ tự ảnh"),
    at_once=True,
)
