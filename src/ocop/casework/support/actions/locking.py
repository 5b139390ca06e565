"""Holding one activity while an act is done with it, so that two people do not trip over each other."""

from __future__ import annotations

from ocop.casework.support.models import Activity


def hold(activity: Activity) -> None:
    """Locks the row and brings what may have changed since it was shown."""
    stored = Activity.objects.select_for_update().get(pk=activity.pk)
    for name in ("state", "facts", "plan_id", "task_id", "starts_on", "ends_on", "started_on"):
        setattr(activity, name, getattr(stored, name))
