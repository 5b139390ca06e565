"""Bắt đầu: the work of an activity has begun."""

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
from ocop.foundation.acts import Act, ensure, recorded, transition


@recorded
def start_activity(activity: Activity, *, by: Person, at: datetime) -> None:
    """The work has begun. Refused to others than officers of the place, and a second time."""
    ensure(refuse_keep(who_is(by, at), activity))
    transition(activity, "start", by=by, at=at, changes={"started_on": timezone.localdate(at)})


START = Act(
    about=ACTIVITY,
    name="start",
    path="bat-dau/",
    move=WORKFLOW.move("start"),
    refuse=refuse_keep,
    do=start_activity,
    heading=_("Bắt đầu hoạt động?"),
    lead=lambda activity: activity.name,
    said=_("Đã bắt đầu."),
    template="ui/confirm.html",
    weight="main",
)
