"""Days on which something happened: not before the activity, not after today."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from ocop.casework.support import refusals
from ocop.casework.support.models import Activity
from ocop.foundation.refusals import Refused


def check_day(day: date, activity: Activity, at: datetime) -> None:
    """Refused for a day before the activity began or one that has not come."""
    if day < activity.starts_on:
        raise Refused(refusals.day_before_start(activity.starts_on))
    check_past(day, at)


def check_past(day: date, at: datetime) -> None:
    """Refused for a day that has not come."""
    if day > timezone.localdate(at):
        raise Refused(refusals.day_in_future())
