"""A paper for whoever may have it, and what operators see of those that are not made."""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import ensure
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.acts import MAKE_AGAIN
from ocop.foundation.printing.permissions import refuse_printouts
from ocop.foundation.printing.selectors import unmade, waiting_for

MOST_SHOWN = 200


def paper_of(request: HttpRequest, thing: Model, file: StoredFile | None) -> HttpResponseBase:
    """The stored PDF; where it is still to be made, a page that says so and leads on to it by itself.

    The caller has asked whether this person may have it. Looking makes nothing: a paper that somebody holds
    is in the record.
    """
    if file is None:
        context = {"thing": thing, "printing": waiting_for([thing], timezone.now())}
        return render(request, "printing/not_yet.html", context, status=202)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(file.get_absolute_url())
    return redirect(file)


@require_safe
def printouts(request: PersonRequest) -> HttpResponse:
    """Every paper that waits or was given up."""
    who = request.who
    ensure(refuse_printouts(who))
    rows = list(unmade()[:MOST_SHOWN])
    context = {"rows": [(one, one.waiting(who.at)) for one in rows], "again": MAKE_AGAIN.label}
    return render(request, "printing/printouts.html", context)
