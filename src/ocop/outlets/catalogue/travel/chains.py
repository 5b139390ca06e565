"""Value chains: from the household to the shop, as a picture and as a list; names of people by consent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ocop.casework.support.documents.chain import chain_svg
from ocop.casework.support.models import Activity, Party
from ocop.casework.tourism.models import Chain
from ocop.casework.tourism.selectors import is_private, named
from ocop.foundation.places.selectors import today_of
from ocop.outlets.catalogue.cards import cards
from ocop.outlets.catalogue.snapshot import is_snapshot
from ocop.outlets.catalogue.travel.map_data import area_of, others
from ocop.registers.products import public
from ocop.registers.products.public import listed_producers

MOST_PRODUCTS = 8


@dataclass(frozen=True)
class Tier:
    """Everybody of one role: name, and where it leads."""

    role: str
    members: list[tuple[str, str]]


@require_safe
def chains(request: HttpRequest) -> HttpResponse:
    """The chains on show."""
    return render(request, "catalogue/travel/chains.html", {"chains": others()[1]})


@require_safe
def chain(request: HttpRequest, slug: str) -> HttpResponse:
    """Picture and list say the same; under them the ground where the goods grow, and what is sold."""
    row = Chain.objects.on_show().select_related("place__parent__parent", "link").filter(slug=slug).first()
    if row is None:
        raise Http404
    parties = [_public(one, is_named and not (is_snapshot(request) and is_private(one)))
               for one, is_named in named(row)]  # fmt: skip
    area = Activity.objects.filter(pk=row.shown.get("area")).select_related("place__parent__parent").first()
    makers = {one.producer_id for one in parties if one.producer_id}
    listed = dict(listed_producers().filter(pk__in=makers).values_list("pk", "slug"))
    sold = public.found(public.Wanted()).filter(producer__in=listed)[:MOST_PRODUCTS]
    context = {
        "chain": row,
        "text": row.shown,
        "picture": chain_svg(_told(row), parties),
        "tiers": _tiers(row, parties, listed),
        "area": area_of(area, today_of(area.place, timezone.localdate())) if area else None,
        "cards": cards(public.shown(sold), timezone.localdate()) if listed else [],
        "until": row.link.fact_date("valid_until"),
        "is_over": bool((until := row.link.fact_date("valid_until")) and until < timezone.localdate()),
    }
    return render(request, "catalogue/travel/chain.html", context)


def _public(party: Party, is_named: bool) -> Party:
    """The party as everyone may know it: a number in place of a name that nobody agreed to."""
    name = party.name if is_named else _unnamed(party)
    return Party(
        pk=party.pk, role=party.role, name=name,
        households=party.households if is_named else None,
        producer_id=party.producer_id if is_named else None,
    )  # fmt: skip


def _unnamed(party: Party) -> str:
    count = party.households or 1
    if party.role == "group":
        return ngettext("một tổ, %(count)s hộ", "một tổ, %(count)s hộ", count) % {"count": count}
    return ngettext("%(count)s hộ", "%(count)s hộ", count) % {"count": count}


def _told(row: Chain) -> Activity:
    """What the picture may say of the link: the goods, no price and no contract."""
    goods: dict[str, Any] = {"goods": row.shown.get("name", row.name)}
    return Activity(pk=row.link_id, kind=row.link.kind, name=row.name, facts=goods)


def _tiers(row: Chain, parties: list[Party], listed: dict[int, str]) -> list[Tier]:
    found = []
    for role in row.link.row.parties:
        of_role = [one for one in parties if one.role == role.key]
        if of_role:
            for one in of_role:
                one.activity = row.link
            found.append(Tier(of_role[0].role_name, [(_said(one), _leads(one, listed)) for one in of_role]))
    return found


def _said(party: Party) -> str:
    if party.households is None:
        return party.name
    return _("%(name)s (%(count)s hộ)") % {"name": party.name, "count": party.households}


def _leads(party: Party, listed: dict[int, str]) -> str:
    slug = listed.get(party.producer_id or 0)
    return reverse("catalogue:producer", args=[slug]) if slug else ""
