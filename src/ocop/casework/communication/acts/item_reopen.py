"""Ghi lại kết quả: takes a wrong record back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_settle
from ocop.casework.communication.rules import PRESS_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def reopen_item(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Takes a wrong record back: the line is planned again, what was recorded stays in the record of acts."""
    ensure(refuse_settle(who_is(by, at), held(item)))
    before = {
        "done_on": item.done_on.isoformat() if item.done_on else None,
        "times": item.times,
        "link": item.link,
    }
    changes = {"done_on": None, "done_until": None}
    transition(item, "reopen", by=by, at=at, reason=reason, changes=changes, data=before)


REOPEN_ITEM = Act(
    about=LINE,
    name="item_reopen",
    path="ghi-lai/",
    move=PRESS_WORKFLOW.move("reopen"),
    refuse=refuse_settle,
    form=AsksReason,
    do=reopen_item,
    lead=_("Đầu việc trở về kế hoạch để ghi lại; kết quả cũ còn trong nhật ký."),
    confirm=_("Ghi lại"),
    said=_("Đã trở về kế hoạch. Hãy ghi kết quả đúng."),
)
