"""Looking again at a board, a listing, a site."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.support import permissions, refusals
from ocop.casework.support.actions.days import check_day
from ocop.casework.support.models import Activity, Look
from ocop.casework.support.permissions.files import LOOK_FILES
from ocop.casework.support.rules.facts import MOST_MONEY
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line


@recorded
def record_look(
    activity: Activity,
    *,
    on: date,
    state: str,
    by: Person,
    at: datetime,
    note: str = "",
    photo: File[Any] | None = None,
    sales: int | None = None,
) -> Look:
    """What was found on a day, with a photograph and the sales reported since the last look.

    Refused for kinds without looks, an unknown state, sales where none are reported, a day before the
    activity or after today, and for what was cancelled.
    """
    ensure(permissions.refuse_add(by, activity, at))
    looks = activity.row.looks
    if looks is None or looks.state(state) is None:
        raise Refused(refusals.no_looks())
    if sales is not None and not (looks.sales and 0 <= sales <= MOST_MONEY):
        raise Refused(refusals.no_sales())
    check_day(on, activity, at)
    file = store(photo, owner=LOOK_FILES, by=by, at=at, kinds=[FileKind.IMAGE]) if photo is not None else None
    look = Look.objects.create(
        activity=activity, on=on, state=state, note=one_line(note), photo=file, sales=sales
    )
    record(
        "activity.look", activity, by=by, at=at, data={"on": on.isoformat(), "state": state, "sales": sales}
    )
    return look
