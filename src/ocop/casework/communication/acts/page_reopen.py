"""Soạn lại: a withdrawn page becomes a draft again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_withdraw
from ocop.casework.communication.rules import NEWS_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def reopen_page(page: NewsPage, *, by: Person, at: datetime) -> None:
    """Makes a withdrawn page a draft again; its address stays its own."""
    ensure(refuse_withdraw(who_is(by, at), held(page)))
    transition(page, "reopen", by=by, at=at)


REOPEN = Act(
    about=PAGE,
    name="page_reopen",
    path="soan-lai/",
    move=NEWS_WORKFLOW.move("reopen"),
    refuse=refuse_withdraw,
    do=reopen_page,
    heading=_("Soạn lại bài đã gỡ?"),
    lead=_("Bài trở lại là bản đang soạn; đăng lại thì vẫn ở địa chỉ cũ."),
    said=_("Bài đã trở lại bản đang soạn."),
    weight="main",
)
