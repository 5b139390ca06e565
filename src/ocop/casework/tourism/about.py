"""What the acts of this package are about: a village, a route, a chain, a photograph, a stop, a consent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.tourism.labels import SPOT_KINDS, STATE_KINDS, state_word
from ocop.casework.tourism.models import Chain, NameConsent, Route, Spot, SpotPhoto, Stop
from ocop.casework.tourism.rules import SpotKind
from ocop.casework.tourism.states import ShowState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

PLACES = "place__parent__parent"


def find_programme(_who: Who) -> Programme:
    """The programme whose pages are kept."""
    return _or_none(current())


def find_spot(_who: Who, slug: str) -> Spot:
    """The village, homestay or site of this address."""
    rows = Spot.objects.select_related(PLACES, "producer__commune__parent__parent", "activity", "product")
    return _or_none(the_one(rows.filter(slug=slug)))


def find_route(_who: Who, slug: str) -> Route:
    """The route of this address."""
    return _or_none(the_one(Route.objects.select_related(PLACES).filter(slug=slug)))


def find_chain(_who: Who, slug: str) -> Chain:
    """The chain of this address."""
    return _or_none(the_one(Chain.objects.select_related(PLACES, "link", "area").filter(slug=slug)))


def find_photo(_who: Who, slug: str, pk: int) -> SpotPhoto:
    """A photograph of a place, unless it was taken away."""
    rows = SpotPhoto.objects.select_related(
        f"spot__{PLACES}", "spot__producer__commune__parent__parent", "file"
    )
    return _or_none(the_one(rows.filter(pk=pk, spot__slug=slug, is_withdrawn=False)))


def find_stop(_who: Who, key: UUID) -> Stop:
    """A stop of a route, unless it was taken away."""
    rows = Stop.objects.select_related(f"route__{PLACES}")
    return _or_none(the_one(rows.filter(key=key, is_withdrawn=False)))


def find_consent(_who: Who, slug: str, pk: int) -> NameConsent:
    """A consent that stands, to a name on the page of a chain."""
    rows = NameConsent.objects.select_related(f"party__activity__chain__{PLACES}")
    return _or_none(the_one(rows.filter(pk=pk, party__activity__chain__slug=slug, withdrawn_at=None)))


def see(who: Who, thing: Spot | Route | Chain) -> None:
    """What lies in another office's place, and is not one's own, is not there."""
    if not type(thing)._default_manager.visible_to(who.person, who.at).filter(pk=thing.pk).exists():
        raise Http404(_("Không có trang này."))


def _or_none(found: Any) -> Any:
    if found is None:
        raise Http404(_("Không có trang này."))
    return found


def head(thing: Spot | Route | Chain) -> dict[str, Any]:
    """What the head of every page about it says."""
    state = ShowState(thing.state)
    kickers: dict[type, Any] = {Route: _("Tuyến trong ngày"), Chain: _("Chuỗi giá trị")}
    kicker = SPOT_KINDS[SpotKind(thing.kind)] if isinstance(thing, Spot) else kickers[type(thing)]
    return {
        "thing": thing,
        "name": thing.name,
        "kicker": kicker,
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
    }


def _slug(thing: Any) -> dict[str, Any]:
    return {"slug": thing.slug}


SPOTS = Matter(
    space="tourism", address="du-lich-cua-toi/", find=find_programme,
    back=lambda _programme: reverse("tourism:spots"),
)  # fmt: skip
ROUTES = Matter(
    space="tourism", address="tuyen-du-lich/", find=find_programme,
    back=lambda _programme: reverse("tourism:routes"),
)  # fmt: skip
CHAINS = Matter(
    space="tourism", address="trang-chuoi/", find=find_programme,
    back=lambda _programme: reverse("tourism:chains"),
)  # fmt: skip
SPOT_MATTER = Matter(
    space="tourism", address="du-lich-cua-toi/<slug:slug>/", find=find_spot, keys=_slug,
    back=Spot.get_absolute_url, head=head, see=see,
)  # fmt: skip
ROUTE_MATTER = Matter(
    space="tourism", address="tuyen-du-lich/<slug:slug>/", find=find_route, keys=_slug,
    back=Route.get_absolute_url, head=head, see=see,
)  # fmt: skip
CHAIN_MATTER = Matter(
    space="tourism", address="trang-chuoi/<slug:slug>/", find=find_chain, keys=_slug,
    back=Chain.get_absolute_url, head=head, see=see,
)  # fmt: skip
PHOTO = Matter(
    space="tourism", address="du-lich-cua-toi/<slug:slug>/anh/<int:pk>/", find=find_photo,
    keys=lambda photo: {"slug": photo.spot.slug, "pk": photo.pk},
    back=lambda photo: photo.spot.get_absolute_url(),
    head=lambda photo: {"name": photo.spot.name}, see=lambda who, photo: see(who, photo.spot),
)  # fmt: skip
STOP = Matter(
    space="tourism", address="tuyen-du-lich/diem-dung/<uuid:key>/", find=find_stop,
    keys=lambda stop: {"key": stop.key},
    back=lambda stop: stop.route.get_absolute_url(),
    head=lambda stop: {"name": stop.name}, see=lambda who, stop: see(who, stop.route),
)  # fmt: skip
CONSENT = Matter(
    space="tourism", address="trang-chuoi/<slug:slug>/dong-y/<int:pk>/", find=find_consent,
    keys=lambda one: {"slug": one.party.activity.chain.slug, "pk": one.pk},
    back=lambda one: one.party.activity.chain.get_absolute_url(),
    head=lambda one: {"name": one.party.name}, see=lambda who, one: see(who, one.party.activity.chain),
)  # fmt: skip
