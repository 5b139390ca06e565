"""Thêm ảnh: photographs of the gallery, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.checks import refuse_many
from ocop.casework.sites.forms import AsksPhotos
from ocop.casework.sites.writes.galleries import hang
from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import PHOTO_FILES, refuse_keep_spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded


@recorded
def add_photos(spot: Spot, *, photos: Sequence[Any], caption: str, by: Person, at: datetime) -> None:
    """They are shown with the next time that the place is shown. Refused to strangers, and above the most."""
    ensure(refuse_keep_spot(who_is(by, at), held(spot)))
    ensure(refuse_many(spot.photos, len(photos)))
    hang(photos, spot.photos, caption=caption, owner=PHOTO_FILES, by=by, at=at)
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
