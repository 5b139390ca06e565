"""Reads of one activity."""

from __future__ import annotations

from ocop.casework.support.models import Activity
from ocop.casework.support.rules import Have, Lack, lacks
from ocop.casework.support.selectors.above import people_of


def have_of(activity: Activity) -> Have:
    """What the activity has gathered so far."""
    looks = list(activity.looks.all())
    last = looks[0] if looks else None
    return Have(
        facts=activity.facts,
        beneficiaries=activity.beneficiaries.count(),
        undone_steps=list(activity.steps.filter(done_on__isnull=True).values_list("key", flat=True)),
        attendances=people_of(activity),
        parties=activity.parties.count(),
        kits=activity.kits.count(),
        has_photo=any(look.photo_id for look in looks),
        last_look_is_good=last is not None and last.is_good,
    )


def missing(activity: Activity) -> list[Lack]:
    """What it still lacks before its result may be recorded."""
    return lacks(activity.row, have_of(activity))
