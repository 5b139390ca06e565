"""Who looks after villages, routes and chains; who sees photographs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.support.permissions import keeps_at
from ocop.casework.tourism.models import Chain, Route, Spot, SpotPhoto
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import acts_for, is_officer, producers_acted_for

PHOTO_FILES = "tourism.photo"
SHEET_FILES = "tourism.sheet"


def register_files() -> None:
    """Tells the foundation who may read photographs of places and sheets of routes, and which photographs
    everyone may see.
    """
    access.register(PHOTO_FILES, refuse_read_photo)
    access.register(SHEET_FILES, refuse_read_sheet)
    access.register_public(PHOTO_FILES, is_photo_shown)


def is_photo_shown(file: StoredFile) -> bool:
    """Whether a place on show has this photograph, as it was last shown."""
    photo = SpotPhoto.objects.filter(file=file).select_related("spot").first()
    if photo is None or photo.spot.state != "published":
        return False
    return any(one["file"] == str(file.pk) for one in photo.spot.shown.get("photos", ()))


def refuse_read_photo(person: Any, file: StoredFile, at: datetime) -> Refusal | None:
    """The owner's people and the offices of its place."""
    if Spot.objects.visible_to(person, at).filter(photos__file=file).exists():
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được ảnh này."), _("Ảnh thuộc một điểm đến ở địa bàn khác.")
    )


def refuse_read_sheet(person: Any, file: StoredFile, at: datetime) -> Refusal | None:
    """The offices of its place; everyone has it at the address of its route."""
    if Route.objects.visible_to(person, at).filter(sheets__file=file).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được tờ này."), _("Tờ thuộc một tuyến ở địa bàn khác."))


def refuse_list_of_officers(who: Who) -> Refusal | None:
    """Routes and chains: officers of a commune or of the province."""
    return None if is_officer(who.person, who.at) else _not_keeper()


def refuse_begin(who: Who, _programme: Any) -> Refusal | None:
    """A village, homestay or site begins with its owner or with an officer."""
    if is_officer(who.person, who.at) or producers_acted_for(who):
        return None
    return _not_keeper()


def refuse_begin_for_all(who: Who, _programme: Any) -> Refusal | None:
    """A route or the page of a chain begins with an officer."""
    return refuse_list_of_officers(who)


def refuse_at(who: Who, place: Place) -> Refusal | None:
    """What belongs to nobody in the register: officers of the commune or of the province."""
    return None if keeps_at(who, place) else _not_keeper()


def refuse_keep_spot(who: Who, spot: Spot) -> Refusal | None:
    """The owner's people; officers of its commune or of the province."""
    if spot.producer is not None and acts_for(who.person, spot.producer, who.at):
        return None
    return refuse_at(who, spot.place)


def refuse_keep_route(who: Who, route: Route) -> Refusal | None:
    """Officers of the commune where it begins, or of the province."""
    return refuse_at(who, route.place)


def refuse_keep_chain(who: Who, chain: Chain) -> Refusal | None:
    """Officers of the place of the link, or of the province."""
    return refuse_at(who, chain.place)


def refuse_keep(who: Who, thing: Spot | Route | Chain) -> Refusal | None:
    """Whichever of the three it is."""
    if isinstance(thing, Spot):
        return refuse_keep_spot(who, thing)
    return refuse_at(who, thing.place)


def _not_keeper() -> Refusal:
    return Refusal(
        "not_keeper",
        _("Bạn không sửa được trang này."),
        _("Trang do chủ của điểm đến và cán bộ OCOP của xã, của tỉnh giữ."),
        _("Báo cán bộ OCOP của xã nếu có gì cần sửa."),
    )
