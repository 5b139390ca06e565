"""Bỏ ảnh: a photograph that was taken by mistake goes out of the report; the file stays."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import PHOTO_OF
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.models import VisitPhoto
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_drop(who: Who, photo: VisitPhoto) -> Refusal | None:
    """Whoever writes there, while it has not ended."""
    return refuse_at_place(who, photo.visit)


@recorded
def drop_photo(photo: VisitPhoto, *, by: Person, at: datetime) -> None:
    """Leaves it out. Refused as writing there is."""
    visit = held(photo.visit)
    ensure(refuse_at_place(who_is(by, at), visit))
    photo.is_dropped = True
    photo.save(update_fields=["is_dropped"])
    record("visit.drop_photo", visit, by=by, at=at, data={"sha256": photo.file.sha256})


DROP_PHOTO = Act(
    about=PHOTO_OF,
    name="drop_photo",
    path="bo/",
    refuse=refuse_drop,
    do=drop_photo,
    button=_("Bỏ ảnh"),
    said=_("Đã bỏ ảnh."),
    at_once=True,
)
