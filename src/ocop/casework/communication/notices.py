"""What people are told about pages and the press plan.
Texts are lazy, so that each reads them in the own language.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.models import NewsPage, PressItem
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words


def page_proposed(page: NewsPage, *, at: datetime) -> None:
    """The officers of the province learn that a commune's page waits for them."""
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=page.place),
        kind="communication.proposed",
        subject=words(_("Bài chờ duyệt đăng: %(page)s"), page=page.title),
        body=words(_("%(place)s gửi. Mở để xem, đăng hoặc trả lại."), place=page.place),
        url=page.get_absolute_url(),
        at=at,
    )


def page_returned(page: NewsPage, *, reason: str, at: datetime) -> None:
    """The writer learns why the page came back."""
    tell(
        [page.created_by],
        kind="communication.returned",
        subject=words(_("Bài bị trả lại: %(page)s"), page=page.title),
        body=words(_("Lý do: %(reason)s"), reason=reason),
        url=page.get_absolute_url(),
        at=at,
    )


def page_published(page: NewsPage, *, by: Person, at: datetime) -> None:
    """The writer learns that somebody else approved the page."""
    if page.created_by_id == by.pk:
        return
    tell(
        [page.created_by],
        kind="communication.published",
        subject=words(_("Bài đã được duyệt đăng: %(page)s"), page=page.title),
        body=_("Mở bài để xem ngày đăng."),
        url=page.get_absolute_url(),
        at=at,
    )


def item_proposed(item: PressItem, *, at: datetime) -> None:
    """The officers of the province learn that a commune proposes something."""
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=item.place),
        kind="communication.item_proposed",
        subject=words(_("Đề xuất truyền thông: %(item)s"), item=item.title),
        body=words(_("%(place)s đề xuất. Mở để đưa vào kế hoạch hoặc huỷ."), place=item.place),
        url=item.get_absolute_url(),
        at=at,
    )


def item_settled(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Who proposed a line learns that it was taken in, or why not."""
    if item.created_by_id == by.pk:
        return
    body = words(_("Lý do: %(reason)s"), reason=reason) if reason else _("Đã vào kế hoạch truyền thông.")
    tell(
        [item.created_by],
        kind="communication.item_settled",
        subject=words(_("Đề xuất truyền thông đã xem: %(item)s"), item=item.title),
        body=body,
        url=item.get_absolute_url(),
        at=at,
    )
