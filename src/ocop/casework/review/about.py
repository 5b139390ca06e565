"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.review import permissions
from ocop.casework.review.models import AgendaItem, Correction, Council, Meeting, Seat
from ocop.casework.review.permissions.who import member_seat
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_programme(_who: Who) -> Programme:
    """The programme of the province. Http404 where it has none yet."""
    programme = current()
    if programme is None:
        raise Http404(_("Chưa khai báo chương trình của tỉnh."))
    return programme


def find_council(_who: Who, pk: int) -> Council:
    """The council of this address."""
    names = ("programme__province", "established_by", "team_by")
    council = the_one(Council.objects.select_related(*names).filter(pk=pk))
    if council is None:
        raise Http404(_("Không có hội đồng này."))
    return council


def see_council(who: Who, council: Council) -> None:
    """A council that is not for this person is not there."""
    if permissions.refuse_see_council(who, council) is not None:
        raise Http404(_("Không có hội đồng này."))


def find_seat(_who: Who, pk: int) -> Seat:
    """The seat of this address, with its council."""
    names = ("person", "council__programme__province")
    seat = the_one(Seat.objects.select_related(*names).filter(pk=pk))
    if seat is None:
        raise Http404
    return seat


def find_meeting(_who: Who, key: UUID) -> Meeting:
    """The meeting of this address."""
    names = (
        "council__programme__province", "council__established_by", "council__team_by", "rules__issued_by",
        "round", "chaired_by__person", "chaired_by__authorised_by", "closed_by", "recorded_by", "minutes",
    )  # fmt: skip
    meeting = the_one(Meeting.objects.select_related(*names).filter(key=key))
    if meeting is None:
        raise Http404(_("Không có phiên họp này."))
    return meeting


def see_meeting(who: Who, meeting: Meeting) -> None:
    """A meeting of a council that is not for this person is not there."""
    if permissions.refuse_see_meeting(who, meeting) is not None:
        raise Http404(_("Không có phiên họp này."))


def see_as_member(who: Who, meeting: Meeting) -> None:
    """Where members speak for themselves, there is nothing for anybody else."""
    see_meeting(who, meeting)
    if member_seat(who, meeting) is None:
        raise Http404


def find_product(_who: Who, key: UUID) -> AgendaItem:
    """The product of this address, with its meeting."""
    names = (
        "meeting__council__programme__province",
        "meeting__rules",
        "meeting__closed_by",
        "advisory_report",
    )
    product = ("dossier__product__producer", "dossier__commune__parent__parent")
    item = the_one(AgendaItem.objects.select_related(*names, *product).filter(key=key))
    if item is None:
        raise Http404(_("Không có sản phẩm này trong phiên họp."))
    return item


def see_product(who: Who, item: AgendaItem) -> None:
    """A product of a meeting that is not for this person is not there."""
    if permissions.refuse_see_meeting(who, item.meeting) is not None:
        raise Http404(_("Không có sản phẩm này trong phiên họp."))


def see_as_producer(who: Who, item: AgendaItem) -> None:
    """Where a producer speaks for the own product, there is nothing for anybody else."""
    if refuse_stranger(who, item.dossier.product.producer) is not None:
        raise Http404


def find_correction(who: Who, key: UUID) -> Correction:
    """The correction of this address, with its product as `find_product` finds it."""
    names = ("sheet__seat__person", "sheet__item")
    correction = the_one(Correction.objects.select_related(*names).filter(key=key))
    if correction is None:
        raise Http404(_("Không có đề nghị sửa phiếu này."))
    correction.sheet.item = find_product(who, correction.sheet.item.key)
    return correction


def _of_council(council: Council) -> dict[str, Any]:
    return {"name": council.name, "council": council}


def _of_meeting(meeting: Meeting) -> dict[str, Any]:
    return {"name": meeting.title, "meeting": meeting}


def _of_product(item: AgendaItem) -> dict[str, Any]:
    return {"name": item.dossier.product.name, "item": item, "meeting": item.meeting}


COUNCILS = Matter(
    space="review",
    address="hoi-dong/",
    find=find_programme,
    back=lambda _programme: reverse("review:councils"),
)

COUNCIL = Matter(
    space="review",
    address="hoi-dong/<int:pk>/",
    find=find_council,
    keys=lambda council: {"pk": council.pk},
    back=Council.get_absolute_url,
    head=_of_council,
    see=see_council,
)

SEAT = Matter(
    space="review",
    address="hoi-dong/thanh-vien/<int:pk>/",
    find=find_seat,
    keys=lambda seat: {"pk": seat.pk},
    back=lambda seat: seat.council.get_absolute_url(),
    head=lambda seat: _of_council(seat.council),
    see=lambda who, seat: see_council(who, seat.council),
)

MEETING = Matter(
    space="review",
    address="phien-hop/<uuid:key>/",
    find=find_meeting,
    keys=lambda meeting: {"key": meeting.key},
    back=Meeting.get_absolute_url,
    head=_of_meeting,
    see=see_meeting,
)

OWN_PART = replace(MEETING, see=see_as_member)

PRODUCT = Matter(
    space="review",
    address="ket-qua/<uuid:key>/",
    find=find_product,
    keys=lambda item: {"key": item.key},
    back=AgendaItem.get_absolute_url,
    head=_of_product,
    see=see_product,
)

OWN_PRODUCT = replace(
    PRODUCT,
    address="ho-so/<uuid:key>/rut-khoi-phien-hop/",
    back=lambda item: item.dossier.get_absolute_url(),
    see=see_as_producer,
    head=lambda item: {"name": item.dossier.product.name, "item": item},
)

CORRECTION = Matter(
    space="review",
    address="sua-phieu/<uuid:key>/",
    find=find_correction,
    keys=lambda correction: {"key": correction.key},
    back=lambda correction: correction.sheet.item.get_absolute_url(),
    head=lambda correction: _of_product(correction.sheet.item) | {"correction": correction},
    see=lambda who, correction: see_product(who, correction.sheet.item),
)

SHEET = replace(PRODUCT, address="cham/<uuid:key>/", back=lambda item: item.meeting.get_absolute_url())


def to_meeting(item: AgendaItem, _made: Any) -> str:
    """Where somebody goes on who has done something with a product: its meeting."""
    return item.meeting.get_absolute_url()
