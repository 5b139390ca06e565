"""Huỷ hoạt động: it will not take place, or came to nothing."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.models import Activity
from ocop.casework.support.permissions import refuse_keep
from ocop.casework.support.rules import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, recorded, transition


@recorded
def cancel_activity(activity: Activity, *, reason: str, by: Person, at: datetime) -> None:
    """It will not take place, or came to nothing. Refused without a reason."""
    ensure(refuse_keep(who_is(by, at), activity))
    changes = {"cancelled_on": timezone.localdate(at)}
    transition(activity, "cancel", by=by, at=at, reason=reason, changes=changes)


CANCEL = Act(
    about=ACTIVITY,
    name="cancel",
    path="huy/",
    move=WORKFLOW.move("cancel"),
    refuse=refuse_keep,
    form=AsksReason,
    do=cancel_activity,
    lead=_("Hoạt động đã huỷ không được tính và không mở lại được."),
    said=_("Đã huỷ hoạt động."),
    danger=True,
)
