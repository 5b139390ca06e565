"""Thôi không huỷ bỏ: nothing is annulled; the case stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.permissions import refuse_handle
from ocop.casework.annulment.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def drop_annulment(annulment: Annulment, *, reason: str, by: Person, at: datetime) -> None:
    """Ends it without a decision. Refused to all but officers of the province, and without a reason."""
    ensure(refuse_handle(who_is(by, at), held(annulment)))
    transition(annulment, "drop", by=by, at=at, reason=reason)


DROP = Act(
    about=ANNULMENT,
    name="drop",
    path="thoi/",
    move=WORKFLOW.move("drop"),
    refuse=refuse_handle,
    form=AsksReason,
    do=drop_annulment,
    lead=_("Quyết định đã ký giữ nguyên giá trị. Đề nghị vẫn lưu để xem lại."),
    said=_("Đã ghi: không huỷ bỏ."),
    danger=True,
)
