"""Thôi không thu hồi: nothing is taken back; the case stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.permissions import refuse_handle
from ocop.casework.revocation.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def drop_revocation(revocation: Revocation, *, reason: str, by: Person, at: datetime) -> None:
    """Ends it without a decision, also where the Minister takes nothing back. Refused to all but officers of
    the province, and without a reason.
    """
    ensure(refuse_handle(who_is(by, at), held(revocation)))
    transition(revocation, "drop", by=by, at=at, reason=reason)


DROP = Act(
    about=REVOCATION,
    name="drop",
    path="thoi/",
    move=WORKFLOW.move("drop"),
    refuse=refuse_handle,
    form=AsksReason,
    do=drop_revocation,
    lead=_("Giấy chứng nhận giữ nguyên giá trị. Đề nghị vẫn lưu để xem lại."),
    said=_("Đã ghi: không thu hồi."),
    danger=True,
)
