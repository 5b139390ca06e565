"""Deny by default: whoever is not signed in sees only the views listed in `ocop.config.public`.

What the others answer, and whatever was made for a signed-in person, is kept by no browser and no proxy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.keeping.asked import by_script


class SignInRequired:
    """Sends everyone else to the sign-in page,
    and gives the signed-in person what is read once per request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Prepares the person; nothing is read until somebody asks who it is."""
        request.user = SimpleLazyObject(lambda: _remembering(_person(request)))  # type: ignore[assignment]
        request.who = SimpleLazyObject(lambda: who_is(request.user, timezone.now()))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """None lets the view answer; it is asked after the address is resolved,
        so a wrong address stays a 404.
        """
        match = request.resolver_match
        if match is None or match.view_name in settings.PUBLIC_VIEWS:
            return None
        if not request.user.is_authenticated or _is_of_another(request):
            return _to_sign_in(request)
        return None


class PrivatePages:
    """No browser and no proxy keeps what was made for a signed-in person: the next one at the machine presses
    Back.

    A view that says itself how its answer may be kept knows better. What everyone gets alike stays as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Says so on the way out: by then it is known which view answered and whether it asked who looks."""
        response = self.get_response(request)
        if "Cache-Control" not in response and (_is_closed(request) or _is_personal(request)):
            response["Cache-Control"] = "private, no-store"
        return response


def _is_closed(request: HttpRequest) -> bool:
    """Whether the view is for signed-in people or one by which they sign in; a wrong address is neither."""
    match = request.resolver_match
    if match is None:
        return False
    return match.view_name not in settings.PUBLIC_VIEWS or match.view_name in settings.SIGN_IN_VIEWS


def _is_personal(request: HttpRequest) -> bool:
    """Whether the answer rests on the session of somebody signed in; one that was not read is not asked."""
    return request.session.accessed and request.user.is_authenticated


def _person(request: HttpRequest) -> Any:
    """Whose session it is, from the row that was read with it, where all that Django asks of a session holds;
    where anything does not, Django decides.
    """
    session = request.session
    mark, backend = session.get(HASH_SESSION_KEY, ""), session.get(BACKEND_SESSION_KEY, "")
    person = getattr(session, "person", None)
    if (
        person is not None
        and person.is_active
        and session.get(SESSION_KEY) == str(person.pk)
        and backend in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(mark, person.get_session_auth_hash())
    ):
        return person
    return get_user(request)


def _remembering(account: Any) -> Any:
    """The very person, with room for what this request reads about them."""
    if account.is_authenticated:
        account.known = {}
    return account


def _is_of_another(request: HttpRequest) -> bool:
    """Whether a script sends what was written under another account: it waits for its owner."""
    owner = request.POST.get("keep-owner") if by_script(request) else None
    return owner is not None and owner != str(request.user.pk)


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """The sign-in page, which leads back here afterwards; a fragment makes the whole page go there, a script
    that keeps a form says so itself.
    """
    if by_script(request):
        return HttpResponse(status=401)
    if not getattr(request, "htmx", None) and request.headers.get("HX-Request") != "true":
        back = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
        return redirect_to_login(back)
    page = urlsplit(request.headers.get("HX-Current-URL", ""))
    target = redirect_to_login(f"{page.path}?{page.query}" if page.query else page.path or "/")
    response = HttpResponse(status=401)
    response["HX-Redirect"] = target["Location"] or resolve_url(settings.LOGIN_URL)
    return response
