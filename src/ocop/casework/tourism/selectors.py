"""Reads for other packages: what is on show, how a plan counts it, the stops of a route, who is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from ocop.casework.support.models import Activity, Beneficiary, Party
from ocop.casework.support.rules import ActivityState
from ocop.casework.tourism.models import Chain, NameConsent, Route, Spot
from ocop.casework.tourism.rules import COUNTED, Point, kilometres
from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import LegalForm

TOURISM = "tourism"
LINK = "value_chain_link"
SIGNBOARD = "signboard"
PRIVATE_FORMS = frozenset({LegalForm.HOUSEHOLD, LegalForm.FARM})
"""Owners whose name is a person's: it stands in public only where the person agreed."""


def live_in(first: date, last: date, ground: QuerySet[Any]) -> QuerySet[Spot]:
    """Villages and sites that everyone could see for the first time in these days and that stand today. Those
    whose own help or owner's help a plan counts already are left out.
    """
    helped = Activity.objects.filter(kind=TOURISM, state=ActivityState.FINISHED)
    owners = Beneficiary.objects.filter(activity__in=helped.values("pk")).values("producer")
    rows = Spot.objects.on_show().filter(kind__in=sorted(COUNTED), place__in=ground)
    in_time = rows.filter(live_since__date__gte=first, live_since__date__lte=last)
    counted = Q(activity__in=helped.values("pk")) | Q(producer__in=owners)
    return in_time.exclude(counted).order_by("live_since", "pk")


@dataclass(frozen=True)
class Leg:
    """One stop as it is shown; `way`: kilometres as the crow flies from the stop before, between the middles
    of the communes.
    """

    stop: dict[str, Any]
    place: Place
    spot: Spot | None
    producer: Producer | None
    way: int | None


def legs_of(stops: Sequence[dict[str, Any]]) -> list[Leg]:
    """Stops with what they lead to; three statements however many there are."""
    places = Place.objects.with_parents().in_bulk({one["place"] for one in stops})
    spots = Spot.objects.on_show().in_bulk({one["spot"] for one in stops if one["spot"]})
    makers = Producer.objects.in_bulk({one["producer"] for one in stops if one["producer"]})
    legs: list[Leg] = []
    before: Place | None = None
    for one in stops:
        place = places[one["place"]]
        legs.append(
            Leg(one, place, spots.get(one["spot"]), makers.get(one["producer"]), distance(before, place))
        )
        before = place
    return legs


def distance(one: Place | None, other: Place) -> int | None:
    """Kilometres between the middles of two communes; None where one is not known."""
    here, there = point_of(one), point_of(other)
    return None if here is None or there is None else kilometres(here, there)


def point_of(place: Place | None) -> Point | None:
    """The middle of a commune."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def routes_through(spot: Spot) -> list[Route]:
    """Routes on show that stop at a place."""
    found = Route.objects.on_show().filter(stops__spot=spot, stops__is_withdrawn=False).distinct()
    return [one for one in found if any(stop["spot"] == spot.pk for stop in one.shown.get("stops", ()))]


def is_private(party: Party) -> bool:
    """Whether a name is of people at home: households, and producers who are a household or a farm."""
    if party.role in {"household", "group"}:
        return True
    return party.producer is not None and party.producer.legal_form in PRIVATE_FORMS


def named(chain: Chain) -> list[tuple[Party, bool]]:
    """The parties of a chain, each with whether its name may stand in public today."""
    parties = list(chain.link.parties.select_related("producer").order_by("pk"))
    agreed = NameConsent.objects.filter(party__in=parties, withdrawn_at__isnull=True)
    said = set(agreed.values_list("party_id", flat=True))
    return [(one, not is_private(one) or one.pk in said) for one in parties]
