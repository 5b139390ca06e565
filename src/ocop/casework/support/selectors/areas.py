"""Raw-material areas with a signboard: where they lie today, and what the last look found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from ocop.casework.support.models import Activity, Look
from ocop.casework.support.rules import ActivityState, kinds
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import today_of_each

SIGNBOARD = "signboard"


@dataclass(frozen=True)
class Area:
    """One area. `commune`: today's commune on whose ground it lies,
    where there is exactly one with a point.
    """

    activity: Activity
    look: Look | None
    commune: Place | None
    is_due: bool

    @property
    def is_good(self) -> bool:
        """Whether the last look found the board in order."""
        return self.look is not None and self.look.is_good


def areas(person: Any, at: datetime) -> list[Area]:
    """Those of the person's place that were not cancelled, by commune.
    A few queries, however many there are.
    """
    seen = (
        Activity.objects.visible_to(person, at).filter(kind=SIGNBOARD).exclude(state=ActivityState.CANCELLED)
    )
    rows = list(seen.with_names().prefetch_related("looks").order_by("place__name", "name", "pk"))
    today = timezone.localdate(at)
    now = today_of_each({row.place_id: row.place for row in rows}.values(), today)
    return [_area(row, now[row.place_id], at) for row in rows]


def _area(activity: Activity, now: Sequence[Place], at: datetime) -> Area:
    looks = list(activity.looks.all())
    last = looks[0] if looks else None
    placed = [one for one in now if one.latitude is not None]
    rule = kinds()[SIGNBOARD].looks
    since = timezone.localdate(at) - timedelta(days=(rule.every_days if rule and rule.every_days else 0))
    seen_on = last.on if last else activity.result_on
    is_due = activity.state == ActivityState.FINISHED and seen_on is not None and seen_on < since
    return Area(activity, last, placed[0] if len(placed) == 1 else None, is_due)
