"""Thêm ảnh: photographs of the gallery, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.checks import refuse_many
from ocop.casework.sites.forms import AsksPhotos
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import PHOTO_FILES, refuse_keep
from ocop.casework.sites.writes.galleries import hang
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded


@recorded
def add_photos(site: Site, *, photos: Sequence[Any], caption: str, by: Person, at: datetime) -> None:
    """They are shown with the next time that the site is shown. Refused to strangers, and above the most."""
    ensure(refuse_keep(who_is(by, at), held(site)))
    ensure(refuse_many(site.photos, len(photos)))
    hang(photos, site.photos, caption=caption, owner=PHOTO_FILES, by=by, at=at)
    record("site.add_photos", site, by=by, at=at, data={"count": len(photos)})


ADD_PHOTOS = Act(
    about=SITE,
    name="add_photos",
    path="them-anh/",
    refuse=refuse_keep,
    form=AsksPhotos,
    do=add_photos,
    button=_("Thêm ảnh"),
    said=_("Đã thêm ảnh."),
    icon="camera",
)
