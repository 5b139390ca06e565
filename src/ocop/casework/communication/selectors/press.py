"""What the press plan gives to the counting of targets."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from ocop.casework.communication.models import PressItem
from ocop.casework.communication.models.visible import PressQuerySet
from ocop.casework.communication.rules import PressState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of


def press_done(first: date, last: date, place: Place) -> PressQuerySet:
    """Lines carried out in the period, both ends included, on the ground of the place."""
    return _of(place).filter(state=PressState.DONE, done_on__range=(first, last)).order_by("done_on", "pk")


def press_pipeline(first: date, last: date, place: Place) -> dict[str, int]:
    """How many lines of the period are still proposed or planned, by state."""
    waiting = _of(place).filter(
        state__in=[PressState.PROPOSED, PressState.PLANNED], planned_on__range=(first, last)
    )
    counted = dict(waiting.order_by().values_list("state").annotate(n=Count("pk")))
    return {state.value: counted.get(state.value, 0) for state in (PressState.PROPOSED, PressState.PLANNED)}


def _of(place: Place) -> PressQuerySet:
    return PressItem.objects.filter(place__in=ground_of(place))
