"""What waits for whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.communication.labels import CHANNELS
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.models.visible import PressQuerySet
from ocop.casework.communication.rules import Channel, NewsState, PressState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.ui.waiting import MOST_ITEMS, Waiting, WaitingItem

SOON = timedelta(days=7)


def waiting(person: Any, at: datetime) -> list[Waiting]:
    """For officers: lines of the press plan that are due or late. For the province also what communes have
    sent; for the writer also what came back.
    """
    roles = {one.role for one in appointments_on(person, at)}
    if not roles & {Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER}:
        return []
    lines = PressItem.objects.visible_to(person, at).select_related("place")
    found = _due(lines, at)
    pages = NewsPage.objects.visible_to(person, at).select_related("place")
    if Role.PROVINCE_OFFICER in roles:
        proposed = lines.filter(state=PressState.PROPOSED).order_by("planned_on", "pk")
        found += _rows(
            "communication.proposals",
            _("Đề xuất truyền thông của xã"),
            proposed,
            _press_url("proposed"),
            _of_line,
        )
        sent = pages.filter(state=NewsState.PROPOSED).order_by("created_at", "pk")
        found += _rows("communication.pages", _("Bài chờ duyệt đăng"), sent, _news_url("proposed"), _of_page)
    else:
        own = pages.filter(state=NewsState.DRAFT, created_by=person).order_by("created_at", "pk")
        found += _rows("communication.drafts", _("Bài đang soạn"), own, _news_url("draft"), _of_page)
    return found


def _due(lines: PressQuerySet, at: datetime) -> list[Waiting]:
    today = timezone.localdate(at)
    rows = lines.filter(state=PressState.PLANNED, planned_on__lte=today + SOON).order_by("planned_on", "pk")

    def item(row: PressItem) -> WaitingItem:
        shown = f"{CHANNELS[Channel(row.channel)]} · {row.place.local_name}"
        days = (row.planned_on - today).days
        return WaitingItem(row.title, shown, row.get_absolute_url(), row.planned_on, days)

    late = rows.filter(planned_on__lt=today).count()
    return _rows("communication.due", _("Truyền thông đến hạn"), rows, _press_url("planned"), item, late)


def _of_line(row: PressItem) -> WaitingItem:
    detail = f"{row.place.local_name} · {date_format(row.planned_on, 'DATE_FORMAT')}"
    return WaitingItem(row.title, detail, row.get_absolute_url())


def _of_page(row: NewsPage) -> WaitingItem:
    return WaitingItem(row.title, row.place.local_name, row.get_absolute_url())


def _rows(
    key: str, title: str, rows: QuerySet[Any], url: str, item: Callable[[Any], WaitingItem], late: int = 0
) -> list[Waiting]:
    shown = list(rows[: MOST_ITEMS + 1])
    if not shown:
        return []
    count = len(shown) if len(shown) <= MOST_ITEMS else rows.count()
    return [Waiting(key, title, count, url, late, [item(row) for row in shown[:MOST_ITEMS]])]


def _press_url(state: str) -> str:
    return f"{reverse('communication:press')}?buoc={state}"


def _news_url(state: str) -> str:
    return f"{reverse('communication:news')}?buoc={state}"
