"""Turns an uncaught refusal, and what the machine lacks for the moment, into a page, so that no view needs
to catch one; keeps NUL from the database; knows no method that no page here has.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui import unavailable
from ocop.foundation.ui.errors import refused_page, unavailable_page
from ocop.foundation.ui.keeping.asked import WHOLE, by_script, is_field

CONFLICT, FORBIDDEN, UNAVAILABLE = 409, 403, 503
_told: dict[type[Exception], Callable[[HttpRequest, Exception], Refusal]] = {}


def tell_as(kind: type[Exception], tell: Callable[[HttpRequest, Exception], Refusal]) -> None:
    """An exception of this kind is a refusal too, wherever it comes from: `tell` gives its words."""
    _told[kind] = tell


def _refusal_of(request: HttpRequest, exception: Exception) -> tuple[Refusal, int] | None:
    """What is said, and the status; None for a fault of the program."""
    if type(exception) in _told:
        return _told[type(exception)](request, exception), FORBIDDEN
    refusal = exception.refusal if isinstance(exception, Refused) else unavailable.refusal_of(exception)
    if refusal is None:
        return None
    if refusal.code in unavailable.PASSING:
        return refusal, UNAVAILABLE
    return refusal, CONFLICT if refusal.is_conflict else FORBIDDEN


def _back(request: HttpRequest) -> str:
    """Where the person came from, if that was a page of ours; else the front page."""
    came_from = request.headers.get("Referer", "")
    hosts = {request.get_host()}
    if came_from and url_has_allowed_host_and_scheme(came_from, hosts, require_https=request.is_secure()):
        return came_from
    return "/"


class KnownMethods:
    """405 for every method but these, at every address and whoever asks.

    A page that reads takes any method for a GET otherwise, and whoever sent a DELETE would think it done.
    """

    methods = ("GET", "HEAD", "OPTIONS", "POST")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on if its method is known."""
        if request.method not in self.methods:
            return HttpResponseNotAllowed(self.methods)
        return self.get_response(request)


class NoNul:
    """Takes NUL out of what is asked for and sent, and knows no page with one in its address.

    Nobody types it, it shows nothing, and PostgreSQL can neither keep it nor be asked for it. Stands behind
    the check of the form's token, which reads what was sent first and knows what to do when it breaks off.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on without."""
        if "\x00" in request.path_info:
            raise Http404
        while "%00" in request.META["QUERY_STRING"]:
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace("%00", "")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """What a form sent, without."""
        if request.method != "POST":
            return
        sent = list(request.POST.lists())
        if any("\x00" in text for _name, texts in sent for text in texts):
            clean = request.POST.copy()
            for name, texts in sent:
                clean.setlist(name, [str(text).replace("\x00", "") for text in texts])
            request.POST = clean  # type: ignore[assignment]  # as mutable as Django's own copy


class NoNulInCookies:
    """Takes NUL out of cookies too. Stands before the session, which keeps the key that it finds there and
    asks for it.

    A browser never sends it plainly; in a quoted value it is written \\000.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on without."""
        for name, text in request.COOKIES.items():
            request.COOKIES[name] = text.replace("\x00", "")
        return self.get_response(request)


class RedirectsForScripts:
    """Tells a script that sent a whole form where to go, and lets it go there itself: what the next page says
    once is not said to the script.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; a redirect becomes its address."""
        response = self.get_response(request)
        if by_script(request) != WHOLE or not 300 <= response.status_code < 400:
            return response
        said = JsonResponse({"go": response["Location"]})
        said.cookies = response.cookies
        return said


class RefusalsAsPages:
    """Refused becomes 403, or 409 where the record moved on meanwhile; for htmx a notice above the content.

    For keep.js, which sent a field and can show neither, the sentence alone. Whoever lost a race in the
    database, which then takes back everything of the one and nothing of the other, or came while it was away
    or the disk full, is told to try again: 503.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for Refused and for what the machine lacks, nothing for any other exception."""
        found = _refusal_of(request, exception)
        if found is None:
            return None
        refusal, status = found
        if is_field(request):
            return JsonResponse({"error": str(refusal)}, status=status)
        if refusal is unavailable.AWAY:
            return unavailable_page(request, refusal, exception)
        if not getattr(request, "htmx", False):
            return refused_page(request, refusal, status=status, back=_back(request))
        response = render(request, "ui/refused_notice.html", {"refusal": refusal}, status=status)
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML show:#notices:top"
        return response
