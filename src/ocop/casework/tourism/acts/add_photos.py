"""Thêm ảnh: photographs of the gallery, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot, SpotPhoto
from ocop.casework.tourism.permissions import PHOTO_FILES, refuse_keep_spot
from ocop.casework.tourism.rules import MOST_PHOTOS
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.ui.forms import TextField


class AsksPhotos(Asks):
    """The photographs, and what they show."""

    photos = UploadsField(label=_("Chọn ảnh"), kinds=["image"])
    caption = TextField(label=_("Ghi chú"), max_length=200, required=False)
    beside = {"too_many_photos": "photos"}


def refuse_many(spot: Spot, count: int) -> Refusal | None:
    """So many photographs more than a gallery holds."""
    there = spot.photos.filter(is_withdrawn=False).count()
    if there + count <= MOST_PHOTOS:
        return None
    return Refusal(
        "too_many_photos",
        gettext("Thư viện ảnh có nhiều nhất %(most)s ảnh; đang có %(there)s, bạn chọn thêm %(count)s.")
        % {"most": MOST_PHOTOS, "there": there, "count": count},
        gettext("Nhiều ảnh quá thì trang mở chậm trên điện thoại."),
        gettext("Bỏ bớt ảnh cũ hoặc chọn ít ảnh hơn. Ảnh đang có vẫn nguyên."),
    )


@recorded
def add_photos(spot: Spot, *, photos: Sequence[Any], caption: str, by: Person, at: datetime) -> None:
    """They are shown with the next time that the place is shown. Refused to strangers, and above the most."""
    ensure(refuse_keep_spot(who_is(by, at), held(spot)))
    ensure(refuse_many(spot, len(photos)))
    for upload in photos:
        file = store(upload, owner=PHOTO_FILES, by=by, at=at, kinds=("image",))
        SpotPhoto.objects.create(spot=spot, file=file, caption=caption.strip())
    record("spot.add_photos", spot, by=by, at=at, data={"count": len(photos)})


ADD_PHOTOS = Act(
    about=SPOT_MATTER,
    name="add_photos",
    path="them-anh/",
    refuse=refuse_keep_spot,
    form=AsksPhotos,
    do=add_photos,
    button=_("Thêm ảnh"),
    said=_("Đã thêm ảnh."),
    icon="camera",
)
