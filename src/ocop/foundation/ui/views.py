"""Error pages and the gallery of components."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from ocop.foundation.ui.errors import PAGES, quote_code
from ocop.foundation.ui.gallery import samples

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def _error(request: HttpRequest, key: int, status: int | None = None) -> HttpResponse:
    """The error page, rendered without context processors: it must work when they do not."""
    method, path = request.method or "GET", request.path
    context = {"error": PAGES[key], "code": quote_code(key, method, path), "home": "/"}
    html = loader.render_to_string("ui/errors/error.html", context)
    return HttpResponse(html, status=status or key)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the request was too big."""
    return _error(request, 413 if isinstance(exception, TOO_LARGE) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _error(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what does not exist and for what this person may not know of."""
    return _error(request, 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old."""
    return _error(request, 419, 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; never fails itself: without templates it answers in plain words."""
    try:
        return _error(request, 500)
    except Exception:
        page = PAGES[500]
        code = quote_code(500, request.method or "GET", request.path)
        text = f"{page.title}. {page.what} {page.lost} {page.todo} {code}"
        return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for builders and reviewers."""
    return render(request, "ui/gallery.html", samples(request))
