"""Thôi không thu hồi: what was recorded as ended leads to no revocation."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.about import CESSATION
from ocop.casework.revocation.models import Cessation
from ocop.casework.revocation.permissions import refuse_dismiss
from ocop.casework.revocation.states import CESSATION_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def dismiss_cessation(cessation: Cessation, *, reason: str, by: Person, at: datetime) -> None:
    """The producer makes it again, or it was recorded by mistake. Refused to all but officers of the
    province, and without a reason.
    """
    ensure(refuse_dismiss(who_is(by, at), held(cessation)))
    transition(cessation, "dismiss", by=by, at=at, reason=reason)


DISMISS = Act(
    about=CESSATION,
    name="dismiss",
    path="thoi/",
    move=CESSATION_WORKFLOW.move("dismiss"),
    refuse=refuse_dismiss,
    form=AsksReason,
    do=dismiss_cessation,
    lead=_("Giấy chứng nhận giữ nguyên giá trị. Việc đã ghi vẫn lưu để xem lại."),
    said=_("Đã ghi: không thu hồi."),
)
