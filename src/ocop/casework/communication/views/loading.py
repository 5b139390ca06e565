"""Finding what an address names; what a person may not see is not there.
What every page of this package shares.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.communication.models import NewsPage, PressItem
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.acts import Button
from ocop.foundation.places.models import Place
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.forms import Form
from ocop.foundation.ui.parts import Tab

MAIN, QUIET, PLAIN = "button", "button button-quiet", "button button-plain"
WRITERS = (Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER)


def in_order(deeds: list[Button]) -> list[Button]:
    """The main button first, what takes something away last."""
    return sorted(deeds, key=lambda deed: (MAIN, QUIET, PLAIN).index(deed.css))


def page_or_404(request: HttpRequest, key: UUID, at: datetime) -> NewsPage:
    """The page of this address. Http404 where there is none, or none for this person."""
    rows = NewsPage.objects.visible_to(request.user, at).select_related(
        "place__parent", "created_by", "published_by"
    )
    page = rows.filter(key=key).first()
    if page is None:
        raise Http404(_("Không có bài này."))
    return page


def item_or_404(request: HttpRequest, key: UUID, at: datetime) -> PressItem:
    """The line of this address. Http404 where there is none, or none for this person."""
    rows = PressItem.objects.visible_to(request.user, at)
    item = (
        rows.select_related("place__parent__parent", "plan__place", "task", "created_by")
        .filter(key=key)
        .first()
    )
    if item is None:
        raise Http404(_("Không có đầu việc này."))
    return item


def own_places(person: Any, at: datetime) -> list[Place]:
    """The places for which the person writes and plans."""
    offices = [one.office for one in appointments_on(person, at) if one.role in WRITERS]
    return list({office.place_id: office.place for office in offices if office.place is not None}.values())


def tabs(current: str) -> list[Tab]:
    """The two halves of this package."""
    return [
        Tab(_("Kế hoạch"), reverse("communication:press"), is_current=current == "press"),
        Tab(_("Tin và hướng dẫn"), reverse("communication:news"), is_current=current == "news"),
    ]


def ask_about(
    request: HttpRequest,
    row: NewsPage | PressItem,
    form: Form | None,
    do: Callable[[dict[str, Any]], Any],
    said: str,
    context: dict[str, Any],
) -> HttpResponse:
    """One act on a page or a line, with a form or only a question; afterwards back to the record."""

    def done(_made: Any) -> HttpResponse:
        if keeping.files_sent(request, 1):
            messages.success(request, said)
        return redirect(row)

    if form is None:
        form = Form(request.POST if request.method == "POST" else None)
    shown = {"row": row, "cancel_url": row.get_absolute_url(), **context}
    return ask(request, form, do, done, shown, template="communication/task.html")
