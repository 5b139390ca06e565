"""Trả lại: the province sends a proposed page back to its writer."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_publish
from ocop.casework.communication.rules import NEWS_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


@recorded
def return_page(page: NewsPage, *, reason: str, by: Person, at: datetime) -> None:
    """Sends a proposed page back with a reason; its writer is told."""
    ensure(refuse_publish(who_is(by, at), held(page)))
    transition(page, "return", by=by, at=at, reason=reason)
    tell(
        [page.created_by],
        kind="communication.returned",
        subject=words(_("Bài bị trả lại: %(page)s"), page=page.title),
        body=words(_("Lý do: %(reason)s"), reason=reason),
        url=page.get_absolute_url(),
        at=at,
    )


RETURN = Act(
    about=PAGE,
    name="page_return",
    path="tra-lai/",
    move=NEWS_WORKFLOW.move("return"),
    refuse=refuse_publish,
    form=AsksReason,
    do=return_page,
    heading=_("Trả lại bài"),
    confirm=_("Trả lại"),
    said=_("Đã trả lại. Người viết nhận được lý do."),
)
