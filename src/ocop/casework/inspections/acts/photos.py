"""Thêm ảnh: photographs of a line of a product, taken at the inspection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import INSPECTION
from ocop.casework.inspections.models import FindingPhoto, Inspection
from ocop.casework.inspections.permissions import PHOTO_FILES, refuse_member
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.ui.words import said

MOST_PHOTOS = 60
"""Photographs of one inspection."""


class AsksPhotos(Asks):
    """Which line they show."""

    line = forms.ChoiceField(label=_("Ảnh của nội dung nào"))
    photos = UploadsField(label=_("Chọn ảnh"), kinds=["image"])
    beside = {"photos_": "photos"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line: Any = self.fields["line"]
        line.choices = [
            (one.name, f"{one.item.product_name}: {said(one.line.label)}") for one in seen_of(self.thing)
        ]


@recorded
def add_photos(inspection: Inspection, *, line: str, photos: Sequence[Any], by: Person, at: datetime) -> int:
    """Keeps photographs of one line. Refused as writing the list is, for more than MOST_PHOTOS, for what is
    no photograph.
    """
    ensure(refuse_member(who_is(by, at), held(inspection)))
    if inspection.state != InspectionState.OPEN:
        ensure(refuse_state(inspection, PHOTOS.label))
    known = FindingPhoto.objects.filter(item__inspection=inspection).count()
    if known + len(photos) > MOST_PHOTOS:
        ensure(
            Refusal(
                "photos_too_many",
                gettext("Một cuộc kiểm tra giữ nhiều nhất %(most)s ảnh.") % {"most": MOST_PHOTOS},
            )
        )
    one = {row.name: row for row in seen_of(inspection)}[line]
    for upload in photos:
        file = store(upload, owner=PHOTO_FILES, by=by, at=at, kinds=("image",))
        FindingPhoto.objects.create(item=one.item, line=one.line.code, file=file)
    record("inspection.photos", inspection, by=by, at=at, data={"line": line, "count": len(photos)})
    return len(photos)


def _said(_inspection: Inspection, count: int) -> str:
    return ngettext("Đã thêm %(n)s ảnh.", "Đã thêm %(n)s ảnh.", count) % {"n": count}


PHOTOS = Act(
    about=INSPECTION,
    name="photos",
    path="anh/",
    when=frozenset({InspectionState.OPEN}),
    refuse=refuse_member,
    form=AsksPhotos,
    do=add_photos,
    button=_("Thêm ảnh"),
    said=_said,
)
