"""Turns an uncaught refusal into a page, so that no view needs to catch one."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from ocop.foundation.ui.refusals import Refused

CONFLICT, FORBIDDEN = 409, 403


def _back(request: HttpRequest) -> str:
    """Where the person came from, if that was a page of ours; else the front page."""
    came_from = request.headers.get("Referer", "")
    hosts = {request.get_host()}
    if came_from and url_has_allowed_host_and_scheme(came_from, hosts, require_https=request.is_secure()):
        return came_from
    return "/"


class RefusalsAsPages:
    """Refused becomes 403, or 409 where the record moved on meanwhile; for htmx a notice above the content."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for Refused, nothing for any other exception."""
        if not isinstance(exception, Refused):
            return None
        refusal = exception.refusal
        status = CONFLICT if refusal.is_conflict else FORBIDDEN
        if not getattr(request, "htmx", False):
            return render(request, "ui/refused.html", {"refusal": refusal, "back": _back(request)}, status=status)
        response = render(request, "ui/refused_notice.html", {"refusal": refusal}, status=status)
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML show:#notices:top"
        return response
