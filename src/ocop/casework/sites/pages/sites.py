"""The page where a site is looked after, and the page where it is written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.sites import about
from ocop.casework.sites.acts import (
    ABOUT_A_SITE,
    ADD_LINK,
    ADD_PHOTOS,
    CONSENT,
    LOOK_AT,
    NAME_HOST,
    OPEN,
    REMOVE_LINK,
    REMOVE_PHOTO,
    TAKE_BACK,
    write_site,
)
from ocop.casework.sites.forms import SiteForm
from ocop.casework.sites.models import TEXTS, Site
from ocop.casework.sites.permissions import refuse_keep, refuse_open
from ocop.casework.sites.rules import MOST_PHOTOS
from ocop.casework.sites.selectors import address_of_site
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of, buttons
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """The site of a producer: what stands there, what everyone sees, what one may do; or how it begins."""
    producer = about.find_producer(request.who, slug)
    about.see_producer(request.who, producer)
    site = Site.objects.filter(producer=producer).first()
    if site is None:
        context = {"producer": producer, "buttons": buttons([OPEN], request.who, producer)}
        return render(request, "sites/none.html", context)
    site.producer = producer
    return render(request, "sites/detail.html", _shown(request, site))


def _shown(request: PersonRequest, site: Site) -> dict[str, Any]:
    who, may_keep = request.who, refuse_keep(request.who, site) is None
    links = site.links.filter(is_withdrawn=False).select_related("product")
    for link in links:
        link.site = site
    consent = TAKE_BACK if site.producer.contact_is_public_since else CONSENT
    return {
        **about.head(site),
        "producer": site.producer,
        "may_keep": may_keep,
        "address": address_of_site(site),
        "buttons": buttons(ABOUT_A_SITE, who, site),
        "beside": buttons([consent, ADD_PHOTOS, ADD_LINK, NAME_HOST], who, site) if may_keep else [],
        "photos": [
            (one, address_of(REMOVE_PHOTO, one))
            for one in site.photos.filter(is_withdrawn=False).select_related("file", "site__producer")
        ],
        "links": [(one, address_of(REMOVE_LINK, one), address_of(LOOK_AT, one)) for one in links],
        "may_look": bool(links) and LOOK_AT.refuse(who, links[0]) is None,
        "most_photos": MOST_PHOTOS,
    }


def edit(request: PersonRequest, slug: str) -> HttpResponse:
    """The words and the look; what is typed is kept until it is saved."""
    who = request.who
    site = about.find_site(who, slug)
    about.see_site(who, site)
    ensure(refuse_open(who, site.producer))
    context = {
        "heading": _("Sửa trang"),
        "kicker": site.producer.name,
        "kicker_url": site.get_absolute_url(),
        "cancel_url": site.get_absolute_url(),
    }

    def make(data: Any) -> SiteForm:
        if request.method == "POST":
            site.refresh_from_db(fields=list(TEXTS))
        return SiteForm(data, initial={name: getattr(site, name) for name in TEXTS})

    def save(form: SiteForm) -> HttpResponse:
        write_site(site, fields=form.cleaned_data, by=request.user, at=who.at)
        messages.success(request, _("Đã lưu. Mọi người chưa thấy cho đến khi bạn cho xem."))
        return redirect(site)

    return ask_kept(request, who.at, make, save, context, template="sites/edit.html")
