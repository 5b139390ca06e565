"""From planned to the result: every move of an activity."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from ocop.casework.support import permissions, refusals
from ocop.casework.support.actions.days import check_day
from ocop.casework.support.labels.faults import lack_sentence
from ocop.casework.support.models import Activity
from ocop.casework.support.selectors.cases import missing
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refused, ensure


@recorded
def start_activity(activity: Activity, *, by: Person, at: datetime) -> None:
    """The work has begun. Refused to others than officers of the place, and a second time."""
    ensure(permissions.refuse_keep(by, activity.place, at))
    transition(activity, "start", by=by, at=at, changes={"started_on": timezone.localdate(at)})


@recorded
def finish_activity(activity: Activity, *, result: str, result_on: date, by: Person, at: datetime) -> None:
    """Records what came out and when; from then on the plan counts it.

    Refused without a result, on a day before it began or after today, and while anything is missing that its
    kind asks.
    """
    ensure(permissions.refuse_keep(by, activity.place, at))
    if not result.strip():
        raise Refused(refusals.result_missing())
    check_day(result_on, activity, at)
    stored = holding(Activity.objects).get(pk=activity.pk)
    if stored.is_open and (lacking := missing(stored)):
        raise Refused(refusals.not_finished_yet([lack_sentence(stored.row, lack) for lack in lacking]))
    changes = {"result": result.strip(), "result_on": result_on}
    transition(activity, "finish", by=by, at=at, changes=changes, data={"result_on": result_on.isoformat()})


@recorded
def cancel_activity(activity: Activity, *, reason: str, by: Person, at: datetime) -> None:
    """It will not take place, or came to nothing. Refused without a reason."""
    ensure(permissions.refuse_keep(by, activity.place, at))
    changes = {"cancelled_on": timezone.localdate(at)}
    transition(activity, "cancel", by=by, at=at, reason=reason, changes=changes)
