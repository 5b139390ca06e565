"""Bỏ ảnh: a photograph leaves the gallery."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import PHOTO
from ocop.casework.tourism.models import SpotPhoto
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_remove_photo(who: Who, photo: SpotPhoto) -> Refusal | None:
    """Who looks after the page."""
    return refuse_keep_spot(who, photo.spot)


@recorded
def remove_photo(photo: SpotPhoto, *, by: Person, at: datetime) -> None:
    """It is gone from the page with the next time that it is shown; its file stays.
    Refused to strangers.
    """
    ensure(refuse_remove_photo(who_is(by, at), held(photo)))
    photo.is_withdrawn = True
    photo.save(update_fields=["is_withdrawn"])
    record("spot.remove_photo", photo.spot, by=by, at=at, data={"photo": photo.pk})


REMOVE_PHOTO = Act(
    about=PHOTO,
    name="remove_photo",
    path="bo/",
    refuse=refuse_remove_photo,
    do=remove_photo,
    button=_("Bỏ ảnh"),
    lead=_("Ảnh còn trên trang công khai cho đến lần cho xem tới."),
    said=_("Đã bỏ ảnh."),
    template="ui/confirm.html",
    danger=True,
)
