"""Workbooks of ideas: the template, what was found in one, saving it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ocop.casework.ideas.about import find_sheet, see_sheet
from ocop.casework.ideas.acts.save_sheet import refuse_save, saving
from ocop.casework.ideas.acts.upload import choose_columns
from ocop.casework.ideas.models import IdeaSheet
from ocop.casework.ideas.permissions import refuse_import
from ocop.casework.ideas.selectors.columns import EXAMPLE, MOST_IDEAS, columns, communes_today
from ocop.casework.ideas.selectors.sheets import look_through
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.tables.forms import ColumnsForm
from ocop.foundation.tables.marking import marked
from ocop.foundation.tables.pages import workbook
from ocop.foundation.tables.showing import shown
from ocop.kernel.tables import IDEAS

_STEP = 50


@require_safe
def empty(request: PersonRequest) -> HttpResponse:
    """The workbook to fill in, with the communes of the person's own ground."""
    who = request.who
    ensure(refuse_import(who))
    communes = communes_today(request.user, who.at)
    example = EXAMPLE | {
        "place": f"{communes[0].code} – {communes[0].kind} {communes[0].name}" if communes else ""
    }
    book = template(_("Ý tưởng"), columns(communes, who.at), example=example, most_rows=MOST_IDEAS)
    return workbook(book, "mau-y-tuong.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: PersonRequest, key: UUID) -> HttpResponse:
    """The rows as they were read; choosing other columns; the same table marked (`?tai`)."""
    stored = find_sheet(request.who, key)
    see_sheet(request.who, stored)
    looked = look_through(stored, request.user, request.who.at)
    columns = ColumnsForm(request.POST or None, kind=IDEAS, found=looked.found)
    if request.method == "POST" and stored.saved_at is None and columns.is_valid():
        choose_columns(stored, looked.found, columns, by=request.user, at=request.who.at)
        return redirect(stored)
    if "tai" in request.GET:
        return workbook(marked(looked.found), f"{stored.file.name.rpartition('.')[0]}-da-danh-dau.xlsx")
    page = {
        **shown(looked.found), "sheet": stored, "columns": columns,
        "refusal": refuse_save(request.who, stored),
        "marked_url": f"{stored.get_absolute_url()}?tai=1",
    }  # fmt: skip
    return render(request, "ideas/sheet.html", page, status=422 if columns.is_bound else 200)


@require_POST
def save(request: PersonRequest, key: UUID) -> StreamingHttpResponse:
    """Saves all or nothing, and says on the page how far it is while it does."""
    found = find_sheet(request.who, key)
    see_sheet(request.who, found)
    ensure(refuse_save(request.who, found))
    response = StreamingHttpResponse(_told(request, found))
    response["Content-Encoding"] = "identity"  # packing would hold the words back
    response["X-Accel-Buffering"] = "no"
    return response


def _told(request: PersonRequest, found: IdeaSheet) -> Iterator[str]:
    """The page in pieces: its beginning, a line every so many ideas, how it ended, its end."""
    page = render_to_string("ideas/saving.html", {"sheet": found, "pieces": _MARK}, request)
    before, _mark, after = page.partition(_MARK)
    yield before
    try:
        for number in saving(found, by=request.user, at=request.who.at):
            if number % _STEP == 0:
                yield _piece(request, "ideas/_saved.html", {"number": number, "sheet": found})
    except Refused as refused:
        yield _piece(request, "ideas/_saving_ended.html", {"refusal": refused.refusal, "sheet": found})
    else:
        yield _piece(request, "ideas/_saving_ended.html", {"sheet": found})
    yield after


_MARK = "<!-- pieces -->"


def _piece(request: HttpRequest, name: str, context: dict[str, Any]) -> str:
    return render_to_string(name, context, request)
