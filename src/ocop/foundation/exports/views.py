"""Asking for the file of a long list, seeing how far it is, and saving it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents import storage
from ocop.foundation.documents.exports import XLSX
from ocop.foundation.documents.ranges import ranged
from ocop.foundation.documents.refusals import file_unavailable
from ocop.foundation.exports import actions, selectors
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.permissions import refuse_have
from ocop.foundation.exports.rules import ExportState
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.errors import refused_page


@require_POST
def ask(request: PersonRequest) -> HttpResponse:
    """Asks for the file of the list whose address was sent; a second click leads to the same."""
    return redirect(actions.ask_export(request.POST.get("bang", ""), by=request.user, at=timezone.now()))


@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """What I asked for, and how far each is."""
    at = timezone.now()
    rows = [(one, *one.words(at), one.state(at)) for one in selectors.own_exports(request.user, at)]
    return render(request, "exports/mine.html", {"rows": rows})


@require_safe
def one(request: PersonRequest, pk: UUID) -> HttpResponse:
    """How far it is; the page looks again by itself until it is at its end."""
    export, at = _own(request, pk), timezone.now()
    state = export.state(at)
    context = {
        "export": export,
        "state": state,
        "chip": export.words(at),
        "is_late": export.is_late(at),
        "is_open": state in {ExportState.WAITING, ExportState.MAKING},
    }
    name = "exports/progress.html" if request.htmx else "exports/one.html"  # type: ignore[attr-defined]
    return render(request, name, context)


@require_safe
def file(request: PersonRequest, pk: UUID) -> HttpResponseBase:
    """The file, whole or the part asked for, while its owner may still have it."""
    export, at = _own(request, pk), timezone.now()
    if export.state(at) != ExportState.READY:
        raise Http404(_("Không có tệp này: chưa xong, hoặc đã quá 24 giờ."))
    ensure(refuse_have(request.user, export, at))
    content = storage.open_file(export.key, size=export.size or 0)
    if content is None:
        return refused_page(request, file_unavailable(), status=503)
    return ranged(
        request, content, size=export.size or 0, etag=f'"{export.pk}-{export.tries}"', media_type=XLSX,
        name=export.file_name,
    )  # fmt: skip


def _own(request: PersonRequest, pk: UUID) -> Export:
    export = selectors.own_export(request.user, pk)
    if export is None:
        raise Http404(_("Không có tệp này: chưa xong, hoặc đã quá 24 giờ."))
    return export
