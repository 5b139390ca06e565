"""A village, a route and a chain in the small province, and many more of them."""

from __future__ import annotations

from datetime import time
from typing import Any
from uuid import uuid4

from django.utils import timezone

from ocop.casework.support.models import Activity
from ocop.casework.tourism import acts
from ocop.casework.tourism.models import Chain, Route, Spot, SpotPhoto
from ocop.foundation.audit.recording import recorded
from ocop.foundation.printing.making import make_due
from ocop.outlets.demo.stage import Stage
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Photo
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def village_places(stage: Stage, lan: Producer, photo: Photo) -> dict[str, tuple[Any, ...]]:
    """Lan's homestay and a route, being written; a village and a route on show, with its sheet; the page of a
    link.
    """
    found = _places(stage, lan, photo)
    make_due(timezone.now)
    return found


@recorded
def _places(stage: Stage, lan: Producer, photo: Photo) -> dict[str, tuple[Any, ...]]:
    minh, at, programme = stage.people["minh"], timezone.now(), _programme()
    own = acts.open_spot(
        programme,
        kind="homestay",
        name="Nhà Lan",
        place=lan.commune,
        producer=lan,
        by=stage.people["lan"],
        at=at,
    )
    picture = SpotPhoto.objects.create(spot=own, file=photo.file)
    more = {"place": lan.commune, "by": minh, "at": at}
    shown = acts.open_spot(programme, kind="village", name="Bản Na Nhung", **more)
    acts.write_spot(shown, fields={"tagline": "Bản", "months": 7}, by=minh, at=at)
    acts.publish_spot(shown, by=minh, at=at)
    routes = [acts.open_route(programme, name=name, **more) for name in ("Một ngày", "Hai bản")]
    for route in routes:
        for hour in (7, 9):
            stop = acts.add_stop(route, starts_at=time(hour), minutes=30, sight="Chợ", **more)
    acts.publish_route(routes[1], by=minh, at=at)
    link = Activity.objects.get(kind="value_chain_link")
    chain = acts.open_chain(programme, link=link, by=minh, at=at)
    consent = acts.agree_name(
        chain,
        party=link.parties.get(role="cooperative"),
        agreed_on=timezone.localdate(at),
        how="Ký",
        by=minh,
        at=at,
    )
    stop = routes[0].kept_stops().first()
    return {
        "village": (own.slug,), "village/photo": (own.slug, picture.pk), "village-shown": (shown.slug,),
        "route": (routes[0].slug,), "route-shown": (routes[1].slug,), "stop": (stop.key,),
        "chain": (chain.slug,), "chain/name": (chain.slug, consent.pk),
    }  # fmt: skip


def _programme() -> Programme:
    found = current()
    assert found is not None
    return found


def grow_villages(stage: Stage, numbers: range) -> None:
    """One more village, route and chain for each number, on show."""
    place, at = stage.producers["na-loc"].commune, timezone.now()
    known = {
        "place": place, "created_at": at, "state": "published", "live_since": at, "changed_at": at,
    }  # fmt: skip
    text = {"name": "Bản", "tagline": "Bản", "months": 7, "photos": []}
    Spot.objects.bulk_create(
        Spot(kind="village", name=f"Bản {n}", slug=f"ban-{n}", shown=text, months=7, **known) for n in numbers
    )
    stops = {"name": "Tuyến", "about": "", "stops": []}
    Route.objects.bulk_create(
        Route(name=f"Tuyến {n}", slug=f"tuyen-{n}", shown=stops, **known) for n in numbers
    )
    link = Activity.objects.filter(kind="value_chain_link").order_by("pk").first()
    fields = {
        one.attname: getattr(link, one.attname) for one in link._meta.concrete_fields if not one.primary_key
    }
    links = Activity.objects.bulk_create(
        Activity(**fields | {"key": uuid4(), "name": f"L {n}"}) for n in numbers
    )
    words = {"name": "Chuỗi", "about": "", "area": None}
    Chain.objects.bulk_create(
        Chain(name=f"Chuỗi {n}", slug=f"chuoi-{n}", link=one, shown=words, **known)
        for n, one in zip(numbers, links, strict=True)
    )
