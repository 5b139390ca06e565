"""Gửi tỉnh duyệt: a commune sends its draft to the province."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.checks import refuse_pictures
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_write
from ocop.casework.communication.rules import NEWS_WORKFLOW
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


def refuse_propose(who: Who, page: NewsPage) -> Refusal | None:
    """Sending a page: whoever writes for its place."""
    return refuse_write(who, page.place)


@recorded
def propose_page(page: NewsPage, *, by: Person, at: datetime) -> None:
    """Sends a draft to the province, whose officers are told.
    Refused to other offices, and while the text names a missing picture.
    """
    ensure(refuse_propose(who_is(by, at), held(page)))
    ensure(refuse_pictures(page))
    transition(page, "propose", by=by, at=at, data={"version": page.version})
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=page.place),
        kind="communication.proposed",
        subject=words(_("Bài chờ duyệt đăng: %(page)s"), page=page.title),
        body=words(_("%(place)s gửi. Mở để xem, đăng hoặc trả lại."), place=page.place),
        url=page.get_absolute_url(),
        at=at,
    )


PROPOSE = Act(
    about=PAGE,
    name="page_propose",
    path="gui/",
    move=NEWS_WORKFLOW.move("propose"),
    refuse=refuse_propose,
    do=propose_page,
    heading=_("Gửi tỉnh duyệt?"),
    lead=_("Bài gửi rồi thì không sửa được cho đến khi tỉnh trả lại."),
    confirm=_("Gửi tỉnh"),
    said=_("Đã gửi. Cán bộ tỉnh nhận được thông báo."),
    weight="main",
)
