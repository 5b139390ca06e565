"""Writing a page and changing it, with a look at it before it is saved."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ocop.casework.communication.about import find_page, see_page
from ocop.casework.communication.acts import REVISE, WRITE
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import Words
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import Act
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept

PREVIEW = "xem-truoc"


def write(request: PersonRequest) -> HttpResponse:
    """A new draft for the place of the writer's office."""
    ensure(WRITE.refuse(request.who, None))
    return _answer(request, WRITE, None, {"pictures": []}, kind="new")


def revise(request: PersonRequest, key: UUID) -> HttpResponse:
    """Other words for a page; its earlier ones are kept."""
    who = request.who
    page = find_page(who, key)
    see_page(who, page)
    ensure(REVISE.refuse(who, page))
    context = {
        "page": page,
        "pictures": page.pictures.filter(is_removed=False).select_related("file"),
        "is_shown": page.is_shown_on(timezone.localdate(who.at)),
    }
    return _answer(request, REVISE, page, context, kind="drafts")


def _answer(
    request: PersonRequest, act: Act, page: NewsPage | None, context: dict[str, Any], *, kind: str
) -> HttpResponse:
    """Shows the form; with the second button also how the page would look, nothing saved."""

    def make(data: Any) -> Any:
        if page is not None and request.method == "POST":
            page.refresh_from_db()
        return act.form(data, who=request.who, thing=page)

    def do(form: Any) -> HttpResponse | None:
        if PREVIEW in request.POST:
            context["preview"] = _preview(form.cleaned_data)
            return None
        things = () if page is None else (page,)
        made = act.do(*things, **form.given(), by=request.user, at=request.who.at)
        messages.success(request, str(act.said))
        return redirect(page or made)

    context |= {"heading": act.label, "cancel_url": act.about.back(page), "preview_name": PREVIEW}
    template = "communication/write.html"
    return ask_kept(request, request.who.at, make, do, context, template=template, kind=kind)


def _preview(data: dict[str, Any]) -> list[Words]:
    found = [Words(data["title"], data["summary"], data["body"], "vi")]
    if data["title_en"] or data["body_en"]:
        found.append(Words(data["title_en"], data["summary_en"], data["body_en"], "en"))
    return found
