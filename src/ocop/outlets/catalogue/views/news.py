"""News and guidance for everyone. A page is there from its publishing date until it is withdrawn."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.selectors import in_words, shown, shown_page, with_pictures
from ocop.foundation.ui.lists import in_turn
from ocop.foundation.ui.paging import part_of
from ocop.foundation.ui.parts import Tab
from ocop.outlets.catalogue.news import NewsSearch

PAGE_SIZE = 12
OTHERS = 3


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """What happened, newest first."""
    return _list(request, NewsKind.NEWS)


@require_safe
def guidance(request: HttpRequest) -> HttpResponse:
    """How things are done, newest first."""
    return _list(request, NewsKind.GUIDANCE)


@require_safe
def news_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One piece of news."""
    return _page(request, slug)


@require_safe
def guidance_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of guidance."""
    return _page(request, slug)


def _list(request: HttpRequest, kind: NewsKind) -> HttpResponse:
    form = NewsSearch(request.GET, kind=kind, on=timezone.localdate())
    rows = form.rows()
    pictured = with_pictures(rows)
    page = part_of(rows, request.GET, Paginator(rows, PAGE_SIZE), lambda keys: in_turn(pictured, keys))
    context = {
        "heading": _("Hướng dẫn") if kind == NewsKind.GUIDANCE else _("Tin tức"),
        "tabs": _tabs(kind),
        "form": form,
        "page": page,
        "shown": list(in_words(page, get_language() or "vi")),
    }
    return render(request, "catalogue/news.html", context)


def _tabs(kind: NewsKind) -> list[Tab]:
    return [
        Tab(_("Tin tức"), reverse("catalogue:news"), is_current=kind == NewsKind.NEWS),
        Tab(_("Hướng dẫn"), reverse("catalogue:guidance"), is_current=kind == NewsKind.GUIDANCE),
    ]


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    """The page at its own address; one that is looked for among the other kind is sent there."""
    today, language = timezone.localdate(), get_language() or "vi"
    found = shown_page(slug, today, language)
    if found is None:
        raise Http404
    if request.path != found.page.public_url:
        return redirect(found.page.public_url)
    kind = NewsKind(found.page.kind)
    others = with_pictures(shown(kind, today).exclude(pk=found.page.pk)[:OTHERS])
    context = {
        "one": found,
        "is_guidance": kind == NewsKind.GUIDANCE,
        "others": list(in_words(others, language)),
    }
    return render(request, "catalogue/news_page.html", context)
