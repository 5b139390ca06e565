"""Thêm ảnh: a photograph of the place, with hour and place as camera or phone told them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import AT_PLACE
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.forms import hidden, moment_of
from ocop.casework.fieldwork.models import Visit, VisitPhoto
from ocop.casework.fieldwork.permissions import PHOTO_FILES
from ocop.casework.fieldwork.rules import MOST_PHOTOS, Source
from ocop.casework.fieldwork.states import OPEN
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind

_FINEST = Decimal("0.00001")


class AsksPhoto(Asks):
    """The photograph; the page's script says the line, the hour and the place."""

    photo = UploadField(label=_("Ảnh"), kinds=[FileKind.IMAGE])
    code = hidden(20)
    taken_at = hidden(40)
    hour_from = hidden(8)
    latitude = hidden(24)
    longitude = hidden(24)
    place_from = hidden(8)

    def known(self) -> Mapping[str, Any]:
        """The line from which one comes."""
        return {"code": self.query.get("muc", "")[:20]}


@recorded
def add_photo(
    visit: Visit, *, photo: Any, by: Person, at: datetime, code: str = "", taken_at: str = "",
    hour_from: str = "", latitude: str = "", longitude: str = "", place_from: str = "",
) -> VisitPhoto:  # fmt: skip
    """Keeps a photograph of one line or of all. Hour and place that cannot be meant are left out: the
    photograph counts all the same.

    Refused as writing there is, and with more than MOST_PHOTOS.
    """
    ensure(refuse_at_place(who_is(by, at), held(visit)))
    if visit.photos.filter(is_dropped=False).count() >= MOST_PHOTOS:
        raise Refused(_too_many())
    moment, point = moment_of(taken_at, at), _point(latitude, longitude)
    made = VisitPhoto.objects.create(
        visit=visit,
        code=code if code in {line.code for line in visit.lines} else "",
        file=store(photo, owner=PHOTO_FILES, by=by, at=at, kinds=[FileKind.IMAGE]),
        taken_at=moment,
        hour_from=_source(hour_from) if moment else "",
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        place_from=_source(place_from) if point else "",
        added_by=by,
        added_at=at,
    )
    record("visit.photo", visit, by=by, at=at, data={"sha256": made.file.sha256, "code": made.code})
    return made


def _too_many() -> Refusal:
    return Refusal(
        "too_many_photos",
        gettext("Một buổi kiểm tra có nhiều nhất %(most)s ảnh.") % {"most": MOST_PHOTOS},
        "",
        _("Bỏ bớt ảnh trùng rồi thêm lại."),
    )


def _source(given: str) -> str:
    return Source.CAMERA.value if given == Source.CAMERA else Source.PHONE.value


def _point(latitude: str, longitude: str) -> tuple[Decimal, Decimal] | None:
    try:
        north, east = Decimal(latitude), Decimal(longitude)
    except InvalidOperation:
        return None
    if not (north.is_finite() and east.is_finite()) or abs(north) > 90 or abs(east) > 180:
        return None
    return north.quantize(_FINEST), east.quantize(_FINEST)


PHOTO = Act(
    about=AT_PLACE,
    name="photo",
    path="anh/",
    when=OPEN,
    refuse=refuse_at_place,
    form=AsksPhoto,
    do=add_photo,
    button=_("Thêm ảnh"),
)
