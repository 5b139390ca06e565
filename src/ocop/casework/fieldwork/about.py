"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.fieldwork import permissions
from ocop.casework.fieldwork.labels import KINDS, STATE_KINDS, state_word
from ocop.casework.fieldwork.models import Visit, VisitPhoto
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, Refusal, Refused
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_programme(_who: Who) -> Programme:
    """The programme of the province. Refused where it has none yet."""
    programme = current()
    if programme is None:
        raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
    return programme


def find_visit(_who: Who, key: UUID) -> Visit:
    """The visit of this address."""
    found = the_one(Visit.objects.with_names().filter(key=key))
    if found is None:
        raise _none()
    return found


def see_visit(who: Who, visit: Visit) -> None:
    """One that is not for this person is not there."""
    if not permissions.reads(who, visit):
        raise _none()


def _none() -> Http404:
    return Http404(_("Không có buổi kiểm tra này."))


_NEXT: dict[VisitState, tuple[Any, Any]] = {
    VisitState.PLANNED: (
        gettext_lazy("Thông báo cho chủ thể"), gettext_lazy("Cơ quan OCOP cấp tỉnh")
    ),
    VisitState.ANNOUNCED: (gettext_lazy("Kiểm tra tại chỗ"), gettext_lazy("Đoàn kiểm tra")),
}  # fmt: skip


def head(visit: Visit) -> dict[str, Any]:
    """What the head of every page about a visit says."""
    state = VisitState(visit.state)
    next_step, holder = _NEXT.get(state, ("", ""))
    return {
        "visit": visit,
        "name": visit.product_name,
        "place": visit.commune,
        "kicker": KINDS[VisitKind(visit.kind)],
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": next_step,
        "holder": holder,
        "due": visit.day if visit.is_open else None,
        "today": timezone.localdate(),
    }


@dataclass(frozen=True)
class Day:
    """The visits of one day, in the order of the way."""

    programme: Programme
    day: date

    @property
    def visits(self) -> Any:
        """Those that were not cancelled."""
        rows = Visit.objects.filter(programme=self.programme, day=self.day)
        return rows.exclude(state=VisitState.CANCELLED).with_names().order_by("position", "pk")

    def __str__(self) -> str:
        return date_format(self.day, "DATE_FORMAT")


def find_day(who: Who, day: date) -> Day:
    """Any day; one without visits is empty."""
    return Day(find_programme(who), day)


VISIT = Matter(
    space="fieldwork",
    address="thuc-dia/<uuid:key>/",
    find=find_visit,
    keys=lambda visit: {"key": visit.key},
    back=Visit.get_absolute_url,
    head=head,
    see=see_visit,
)
AT_PLACE = replace(VISIT, back=lambda visit: reverse("fieldwork:findings", args=[visit.key]))
"""The same while one stands there: after each act back to the checklist."""
VISITS = Matter(
    space="fieldwork",
    address="thuc-dia/",
    find=find_programme,
    back=lambda _programme: reverse("fieldwork:list"),
)
DAY = Matter(
    space="fieldwork",
    address="thuc-dia/ngay/<place_day:day>/",
    find=find_day,
    keys=lambda day: {"day": day.day},
    back=lambda day: reverse("fieldwork:day", args=[day.day]),
)


def find_photo(who: Who, key: UUID, number: int) -> VisitPhoto:
    """A photograph of a visit that was not dropped."""
    visit = find_visit(who, key)
    photo = the_one(visit.photos.filter(pk=number, is_dropped=False).select_related("file"))
    if photo is None:
        raise Http404(_("Không có ảnh này."))
    photo.visit = visit
    return photo


PHOTO_OF = Matter(
    space="fieldwork",
    address="thuc-dia/<uuid:key>/anh/<int:number>/",
    find=find_photo,
    keys=lambda photo: {"key": photo.visit.key, "number": photo.pk},
    back=lambda photo: reverse("fieldwork:findings", args=[photo.visit.key]),
    see=lambda who, photo: see_visit(who, photo.visit),
)
