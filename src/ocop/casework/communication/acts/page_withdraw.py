"""Gỡ: takes a page away from the public, or gives a draft up."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_withdraw
from ocop.casework.communication.rules import NEWS_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def withdraw_page(page: NewsPage, *, reason: str, by: Person, at: datetime) -> None:
    """Takes the page away from the public, with its pictures; its text stays on record.
    Refused without a reason.
    """
    ensure(refuse_withdraw(who_is(by, at), held(page)))
    transition(page, "withdraw", by=by, at=at, reason=reason)


WITHDRAW = Act(
    about=PAGE,
    name="page_withdraw",
    path="go/",
    move=NEWS_WORKFLOW.move("withdraw"),
    refuse=refuse_withdraw,
    form=AsksReason,
    do=withdraw_page,
    heading=_("Gỡ bài"),
    lead=_("Bài và ảnh không còn trên trang công khai; nội dung vẫn lưu để tra cứu."),
    confirm=_("Gỡ bài"),
    said=_("Đã gỡ bài."),
    danger=True,
)
