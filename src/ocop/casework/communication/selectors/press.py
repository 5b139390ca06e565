"""What the press plan gives to the counting of targets."""

from __future__ import annotations

from datetime import date

from ocop.casework.communication.models import PressItem
from ocop.casework.communication.models.visible import PressQuerySet
from ocop.casework.communication.rules import PressState
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of


def press_done(first: date, last: date, place: Place) -> PressQuerySet:
    """Lines carried out in the period, both ends included, on the ground of the place."""
    return _of(place).filter(state=PressState.DONE, done_on__range=(first, last)).order_by("done_on", "pk")


def _of(place: Place) -> PressQuerySet:
    return PressItem.objects.filter(place__in=ground_of(place))
