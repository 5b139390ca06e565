"""The page where a site is looked after, and the page where it is written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
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
from ocop.casework.sites.lists import LinkFilter, LinkTable
from ocop.casework.sites.models import TEXTS, BuyLink, Site
from ocop.casework.sites.permissions import refuse_keep, refuse_open
from ocop.casework.sites.rules import MOST_PHOTOS
from ocop.casework.sites.selectors import NOT_OFFERED, address_of_site, weeks_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of, buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.lists import ListView
from ocop.registers.producers.permissions import refuse_list


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


@require_safe
def visits(request: PersonRequest, slug: str) -> HttpResponse:
    """How often the producer's pages were opened, by week."""
    producer = about.find_producer(request.who, slug)
    about.see_producer(request.who, producer)
    return render(request, "sites/visits.html", {"producer": producer, "weeks": weeks_of(producer)})


class LinkList(ListView):
    """Where products of the own ground are bought: what nobody has looked at yet first, then the oldest."""

    useful_first = (Q(seen=""), Q(seen__in=NOT_OFFERED))
    table_class = LinkTable
    filterset_class = LinkFilter
    heading = gettext_lazy("Gian hàng trên mạng")
    lead = gettext_lazy(
        "Mở từng địa chỉ rồi ghi đã thấy gì. Nơi không còn hoặc bán thứ khác không hiện cho người mua."
    )
    empty_title = gettext_lazy("Chưa có nơi bán nào")
    empty_text = gettext_lazy("Chủ thể ghi nơi bán ở trang của mình.")
    exporter = as_xlsx
    export_name = "gian-hang"

    def get_queryset(self) -> Any:
        """Those of the office's ground."""
        who = self.request.who
        ensure(refuse_list(who.person, who.at))
        rows = BuyLink.objects.visible_to(who.person, who.at).filter(is_withdrawn=False)
        return rows.select_related("site__producer", "product")


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
