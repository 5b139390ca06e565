"""Bỏ ảnh: a photograph leaves the gallery."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import PHOTO
from ocop.casework.sites.models import SitePhoto
from ocop.casework.sites.permissions import refuse_keep
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_remove_photo(who: Who, photo: SitePhoto) -> Refusal | None:
    """Who looks after the site."""
    return refuse_keep(who, photo.site)


@recorded
def remove_photo(photo: SitePhoto, *, by: Person, at: datetime) -> None:
    """It is gone from the site with the next time that it is shown; its file stays.
    Refused to strangers.
    """
    ensure(refuse_remove_photo(who_is(by, at), held(photo)))
    photo.is_withdrawn = True
    photo.save(update_fields=["is_withdrawn"])
    record("site.remove_photo", photo.site, by=by, at=at, data={"photo": photo.pk})


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
