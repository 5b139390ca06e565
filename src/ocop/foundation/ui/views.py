"""Error pages and the gallery of components."""

from __future__ import annotations

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocop.foundation.ui.errors import PAGES, error_page, quote_code, unavailable_page
from ocop.foundation.ui.gallery import samples
from ocop.foundation.ui.unavailable import refusal_of

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the request was too big."""
    return error_page(request, PAGES[413 if isinstance(exception, TOO_LARGE) else 400])


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return error_page(request, PAGES[403])


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what does not exist and for what this person may not know of."""
    return error_page(request, PAGES[404])


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old."""
    return error_page(request, PAGES[419], 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 where it is the machine that lacks something; never fails itself: without templates it
    answers in plain words.

    What happens outside of a view, such as looking for the session, ends here too.
    """
    try:
        error = sys.exc_info()[1]
        if refusal := refusal_of(error):
            return unavailable_page(request, refusal, error)
        return error_page(request, PAGES[500])
    except Exception:
        page = PAGES[500]
        code = quote_code(500, request.method or "GET", request.path)
        text = f"{page.title}. {page.what} {page.lost} {page.todo} {code}"
        return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for builders and reviewers."""
    return render(request, "ui/gallery.html", samples(request))
