"""What waits for whom."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.communication.labels import CHANNELS
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.models.visible import NewsQuerySet, PressQuerySet
from ocop.casework.communication.rules import Channel, NewsState, PressState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.places.models import Place
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem

SOON = timedelta(days=7)


def waiting(person: Any, at: datetime) -> list[Pile]:
    """For officers: lines of the press plan that are due or late. For the province also what communes have
    sent; for the writer also what came back.
    """
    roles = {one.role for one in appointments_on(person, at)}
    if not roles & {Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER}:
        return []
    lines = PressItem.objects.visible_to(person, at)
    pages = NewsPage.objects.visible_to(person, at).order_by("created_at", "pk")
    if Role.PROVINCE_OFFICER in roles:
        sent = pages.filter(state=NewsState.PROPOSED)
        return [
            _due(lines, at),
            _proposed(lines),
            _pages("communication.pages", _("Bài chờ duyệt đăng"), sent, "proposed"),
        ]
    own = pages.filter(state=NewsState.DRAFT, created_by=person)
    return [_due(lines, at), _pages("communication.drafts", _("Bài đang soạn"), own, "draft")]


_PLACE = {"place": "place__name", "kind": "place__kind"}
_LINE = {**_PLACE, "key": "key", "title": "title", "channel": "channel", "planned": "planned_on"}


def _due(lines: PressQuerySet, at: datetime) -> Pile:
    today = timezone.localdate(at)
    rows = lines.filter(state=PressState.PLANNED, planned_on__lte=today + SOON).order_by("planned_on", "pk")

    def item(row: Facts) -> WaitingItem:
        line = _line(row)
        shown = f"{CHANNELS[Channel(line.channel)]} · {line.place.local_name}"
        days = (line.planned_on - today).days
        return WaitingItem(line.title, shown, line.get_absolute_url(), line.planned_on, days)

    title, url = _("Truyền thông đến hạn"), _press_url("planned")
    return Pile("communication.due", title, url, rows, _LINE, item, Q(planned_on__lt=today))


def _proposed(lines: PressQuerySet) -> Pile:
    rows = lines.filter(state=PressState.PROPOSED).order_by("planned_on", "pk")

    def item(row: Facts) -> WaitingItem:
        line = _line(row)
        detail = f"{line.place.local_name} · {date_format(line.planned_on, 'DATE_FORMAT')}"
        return WaitingItem(line.title, detail, line.get_absolute_url())

    title, url = _("Đề xuất truyền thông của xã"), _press_url("proposed")
    return Pile("communication.proposals", title, url, rows, _LINE, item)


def _line(row: Facts) -> PressItem:
    return PressItem(
        key=UUID(row["key"]), title=row["title"], channel=row["channel"], place=_place(row),
        planned_on=date.fromisoformat(row["planned"]),
    )  # fmt: skip


def _place(row: Facts) -> Place:
    return Place(kind=row["kind"], name=row["place"])


def _pages(key: str, title: str, rows: NewsQuerySet, state: str) -> Pile:
    def item(row: Facts) -> WaitingItem:
        page = NewsPage(key=UUID(row["key"]), title=row["title"])
        return WaitingItem(page.title, _place(row).local_name, page.get_absolute_url())

    return Pile(key, title, _news_url(state), rows, {**_PLACE, "key": "key", "title": "title"}, item)


def _press_url(state: str) -> str:
    return f"{reverse('communication:press')}?buoc={state}"


def _news_url(state: str) -> str:
    return f"{reverse('communication:news')}?buoc={state}"
