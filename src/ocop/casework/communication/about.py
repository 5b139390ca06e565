"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import permissions
from ocop.casework.communication.labels import (
    CHANNELS,
    NEWS_KINDS,
    PRESS_STATE_KINDS,
    RECORDING_STATE_KINDS,
    news_status,
    press_state_word,
    recording_state_word,
)
from ocop.casework.communication.models import NewsPage, NewsPicture, PressItem, Recording
from ocop.casework.communication.rules import Channel, NewsKind, PressState, RecordingState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.places.models import Place
from ocop.foundation.ui.rows import the_one

WRITERS = (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)


def own_places(who: Who) -> Sequence[Place]:
    """The places for which the person writes and plans."""
    offices = [one.office for one in who.appointments if one.role in WRITERS]
    return list({office.place_id: office.place for office in offices if office.place is not None}.values())


def find_page(_who: Who, key: UUID) -> NewsPage:
    """The page of this address."""
    rows = NewsPage.objects.select_related("place__parent", "created_by", "published_by")
    page = the_one(rows.filter(key=key))
    if page is None:
        raise _no_page()
    return page


def see_page(who: Who, page: NewsPage) -> None:
    """One that is not for this person is not there."""
    if permissions.refuse_read(who, page) is not None:
        raise _no_page()


def find_picture(who: Who, key: UUID, number: int) -> NewsPicture:
    """A picture of a page that still stands on it."""
    page = find_page(who, key)
    picture = the_one(page.pictures.select_related("file").filter(number=number, is_removed=False))
    if picture is None:
        raise Http404(_("Không có ảnh này."))
    picture.page = page
    return picture


def find_item(_who: Who, key: UUID) -> PressItem:
    """The line of this address."""
    rows = PressItem.objects.select_related("place__parent__parent", "plan__place", "task", "created_by")
    item = the_one(rows.filter(key=key))
    if item is None:
        raise _no_item()
    return item


def see_item(who: Who, item: PressItem) -> None:
    """The same for a line of the press plan."""
    if permissions.refuse_read_item(who, item) is not None:
        raise _no_item()


def find_recording(_who: Who, key: UUID) -> Recording:
    """The recording of this address."""
    rows = Recording.objects.select_related("place__parent", "file", "created_by", "published_by")
    recording = the_one(rows.filter(key=key))
    if recording is None:
        raise _no_recording()
    return recording


def see_recording(who: Who, recording: Recording) -> None:
    """The same for a recording."""
    if permissions.refuse_listen(who, recording) is not None:
        raise _no_recording()


def _no_recording() -> Http404:
    return Http404(_("Không có bản ghi âm này."))


def _no_page() -> Http404:
    return Http404(_("Không có bài này."))


def _no_item() -> Http404:
    return Http404(_("Không có đầu việc này."))


def page_head(page: NewsPage) -> dict[str, Any]:
    """What the head of every page about a page says."""
    stage, stage_kind = news_status(page.state, page.publish_on, timezone.localdate())
    return {
        "page": page,
        "kicker": NEWS_KINDS[NewsKind(page.kind)],
        "name": page.title,
        "place": page.place.local_full_name,
        "stage": stage,
        "stage_kind": stage_kind,
    }


def item_head(item: PressItem) -> dict[str, Any]:
    """What the head of every page about a line says."""
    is_open = item.state in {PressState.PROPOSED, PressState.PLANNED}
    is_late = item.is_late(timezone.localdate())
    return {
        "item": item,
        "kicker": CHANNELS[Channel(item.channel)],
        "name": item.title,
        "place": item.place.local_full_name,
        "stage": press_state_word(item.state),
        "stage_kind": "bad" if is_late else PRESS_STATE_KINDS[PressState(item.state)],
        "due": item.planned_on if is_open else None,
    }


def recording_head(recording: Recording) -> dict[str, Any]:
    """What the head of every page about a recording says."""
    return {
        "recording": recording,
        "kicker": recording.topic_word,
        "name": recording.title,
        "place": recording.place.local_full_name,
        "stage": recording_state_word(recording.state),
        "stage_kind": RECORDING_STATE_KINDS[RecordingState(recording.state)],
    }


def pictures_page(page: NewsPage) -> str:
    """The pictures of a page."""
    return reverse("communication:picture_add", args=[page.key])


PAGES = Matter(
    space="communication", address="truyen-thong/tin-bai/", back=lambda _none: reverse("communication:news")
)
PAGE = Matter(
    space="communication",
    address="truyen-thong/tin-bai/<uuid:key>/",
    find=find_page,
    keys=lambda page: {"key": page.key},
    back=NewsPage.get_absolute_url,
    head=page_head,
    see=see_page,
)
PICTURE = Matter(
    space="communication",
    address="truyen-thong/tin-bai/<uuid:key>/anh/<int:number>/",
    find=find_picture,
    keys=lambda picture: {"key": picture.page.key, "number": picture.number},
    back=lambda picture: pictures_page(picture.page),
    head=lambda picture: page_head(picture.page),
    see=lambda who, picture: see_page(who, picture.page),
)
LINES = Matter(
    space="communication", address="truyen-thong/", back=lambda _none: reverse("communication:press")
)
LINE = Matter(
    space="communication",
    address="truyen-thong/viec/<uuid:key>/",
    find=find_item,
    keys=lambda item: {"key": item.key},
    back=PressItem.get_absolute_url,
    head=item_head,
    see=see_item,
)
RECORDINGS = Matter(
    space="communication",
    address="truyen-thong/ghi-am/",
    back=lambda _none: reverse("communication:recordings"),
)
RECORDING = Matter(
    space="communication",
    address="truyen-thong/ghi-am/<uuid:key>/",
    find=find_recording,
    keys=lambda recording: {"key": recording.key},
    back=Recording.get_absolute_url,
    head=recording_head,
    see=see_recording,
)
