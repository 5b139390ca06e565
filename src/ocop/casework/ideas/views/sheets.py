"""Ideas from a workbook: the template, looking through what came back, saving it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.casework.ideas import permissions
from ocop.casework.ideas.actions.sheets import check_sheet, saving
from ocop.casework.ideas.forms import SheetForm
from ocop.casework.ideas.models import IdeaSheet
from ocop.casework.ideas.selectors.sheets import EXAMPLE, MOST_IDEAS, columns, communes_today
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.ui.refusals import Refused, ensure
from ocop.registers.producers.views.loading import act

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STEP = 50


@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in, with the communes of the person's own ground."""
    at = timezone.now()
    ensure(permissions.refuse_import_ideas(request.user, at))
    communes = communes_today(request.user, at)
    example = EXAMPLE | {
        "place": f"{communes[0].code} – {communes[0].kind} {communes[0].name}" if communes else ""
    }
    response = HttpResponse(
        template(_("Ý tưởng"), columns(communes, at), example=example, most_rows=MOST_IDEAS),
        content_type=_XLSX,
    )
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename="mau-y-tuong.xlsx"
    )
    return response


def upload(request: HttpRequest) -> HttpResponse:
    """Takes a filled workbook and looks through it; nothing is saved yet."""
    at = timezone.now()
    ensure(permissions.refuse_import_ideas(request.user, at))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SheetForm(*sent)
    context = {
        "heading": _("Nhập ý tưởng từ bảng Excel"),
        "submit": _("Kiểm tra bảng"),
        "cancel_url": reverse("ideas:desk"),
        "most_rows": MOST_IDEAS,
    }

    def save(data: dict[str, Any]) -> IdeaSheet:
        return check_sheet(data["file"], by=request.user, at=at)

    return act(request, form, save, redirect, context, template="ideas/upload.html")


def _load(request: HttpRequest, key: UUID) -> IdeaSheet:
    sheet = IdeaSheet.objects.select_related("file", "marked").filter(key=key).first()
    if sheet is None or permissions.refuse_read_sheet(request.user, sheet, timezone.now()) is not None:
        raise Http404
    return sheet


@require_safe
def sheet(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was found: the marked workbook to take away, or saving everything."""
    found = _load(request, key)
    context = {"sheet": found, "refusal": permissions.refuse_save_sheet(request.user, found, timezone.now())}
    return render(request, "ideas/sheet.html", context)


@require_POST
def save(request: HttpRequest, key: UUID) -> StreamingHttpResponse:
    """Saves all or nothing, and says on the page how far it is while it does."""
    found = _load(request, key)
    ensure(permissions.refuse_save_sheet(request.user, found, timezone.now()))
    response = StreamingHttpResponse(_told(request, found))
    response["Content-Encoding"] = "identity"  # packing would hold the words back
    response["X-Accel-Buffering"] = "no"
    return response


def _told(request: HttpRequest, found: IdeaSheet) -> Iterator[str]:
    """The page in pieces: its beginning, a line every so many ideas, how it ended, its end."""
    page = render_to_string("ideas/saving.html", {"sheet": found, "pieces": _MARK}, request)
    before, _mark, after = page.partition(_MARK)
    yield before
    try:
        for number in saving(found, by=request.user, at=timezone.now()):
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
