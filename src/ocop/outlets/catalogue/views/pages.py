"""The home of the public site, one producer."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ocop.casework.communication.selectors import latest
from ocop.casework.sites.selectors import site_of
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors import by_name
from ocop.foundation.ui.context import languages_of
from ocop.outlets.catalogue.cards import cards
from ocop.outlets.catalogue.snapshot import is_snapshot
from ocop.outlets.catalogue.views.site import show_site
from ocop.registers.products import public
from ocop.registers.programme.selectors import current
from ocop.registers.regulations.selectors import regulations

NEW_ON_HOME, PAGE_SIZE = 8, 24
TESTED_ON = date(2026, 12, 1)
"""When `tests/journeys/test_ease.py` was last looked through by people."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What OCOP is, the search, the newest products and pages, and three ways to browse."""
    counts, by_stars = public.count_by("commune_id"), public.count_by("stars")
    places = Place.objects.filter(pk__in=counts, level=Level.COMMUNE)
    sets, by_set = regulations()[0].sets, public.count_by("set_number")
    newest = public.shown(public.found(public.Wanted())[:NEW_ON_HOME])
    context = {
        "programme": current(),
        "cards": cards(newest, timezone.localdate()),
        "by_stars": {count: by_stars[count] for count in sorted(by_stars, reverse=True) if count},
        "by_set": [(sets[number], count) for number, count in by_set.items() if number in sets],
        "by_commune": [(one, counts[one.pk], _narrowed(one)) for one in by_name(places)],
        "total": sum(by_stars.values()),
        "latest": latest(timezone.localdate(), get_language() or "vi"),
    }
    return render(request, "catalogue/home.html", context)


def _narrowed(place: Place) -> str:
    """What narrows the catalogue to a place: its code; a unit that is no more, where nobody knows which one
    followed it at a product, is found by its name.
    """
    return urlencode({"xa": place.code} if place.stands(timezone.localdate()) else {"q": place.name})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """For whom the public pages work, what was tested and when, what was not."""
    return render(request, "catalogue/accessibility.html", {"tested_on": TESTED_ON})


@require_safe
def producer(request: HttpRequest, slug: str) -> HttpResponse:
    """One producer with its products, a page of them at a time; its own site where that is on show.
    Contacts only by its consent. Others than the listed are not found.
    """
    row = public.listed_producers().filter(slug=slug).first()
    if row is None:
        raise Http404
    site = site_of(row)
    if site is not None:
        site.producer = row
        other = next(one["url"] for one in languages_of(request) if not one["is_current"])
        return show_site(request, site, other_language=other)
    rows = public.found(public.Wanted(), "ten").filter(producer=row)
    page = public.page_of(rows, request.GET, PAGE_SIZE)
    context = {
        "producer": row,
        "contact": {} if is_snapshot(request) else public.public_contact(row),
        "page": page,
        "cards": cards(page, timezone.localdate()),
    }
    return render(request, "catalogue/producer.html", context)
