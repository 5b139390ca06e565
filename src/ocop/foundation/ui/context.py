"""What every page knows. Higher packages register what the ui may not import."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import cache, partial
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, get_language_info, override

from ocop.foundation.ui.parts import MenuItem

_hooks: dict[str, Callable[[HttpRequest], Any]] = {}
_DEFAULTS: dict[str, Any] = {
    "demonstration": False,  # the data is made up
    "menu": (),  # MenuItem or (label, url, icon, count)
    "account_menu": (),  # the same, under the person's name
    "public_menu": (),  # the same, on public pages
    "help_phone": "",  # the number on every page
    "help_name": "",  # who answers it
    "unread": 0,  # unread messages
    "inbox_url": "",  # where they are
    "brand": "",  # whose programme this is, such as "Tỉnh Lào Cai"
}


def register(name: str, function: Callable[[HttpRequest], Any]) -> None:
    """Let `function(request)` answer the context name `name`;
    asked at most once a page, only if a template uses it.
    """
    _hooks[name] = function


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: today, the page in the other languages, its shell, and every registered name."""
    known: dict[str, Any] = {
        name: partial(lambda value: value, default) for name, default in _DEFAULTS.items()
    }
    known |= {name: cache(partial(function, request)) for name, function in _hooks.items()}
    return known | {
        "today": timezone.localdate(),
        "site_address": settings.SITE_ADDRESS,
        "languages": cache(partial(languages_of, request)),
        "shell": cache(partial(_shell, request)),
        "menu": cache(partial(_items, request, known["menu"])),
        "account_menu": cache(partial(_items, request, known["account_menu"])),
        "public_menu": cache(partial(_items, request, known["public_menu"])),
    }


def languages_of(request: HttpRequest) -> list[dict[str, Any]]:
    """This very page in each language, in the order of the settings."""
    now = get_language()
    return [
        {
            "code": code,
            "label": _own_name(code),
            "url": _in_language(request, code),
            "is_current": code == now,
        }
        for code, _name in settings.LANGUAGES
    ]


@cache
def _own_name(code: str) -> str:
    """A language in its own words."""
    return normalize("NFC", get_language_info(code)["name_local"])


def _in_language(request: HttpRequest, code: str) -> str:
    """The address of this very page in a language, its query kept; an address of no page as it is."""
    match = request.resolver_match
    if match is None:
        return translate_url(request.get_full_path(), code)
    with override(code) if code != get_language() else nullcontext():
        address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{iri_to_uri(query)}" if query else address


def _shell(request: HttpRequest) -> str:
    """The base template for whoever is looking; asking for it reads the session."""
    user = getattr(request, "user", None)
    return "ui/base.html" if user is not None and user.is_authenticated else "ui/public.html"


def _items(request: HttpRequest, source: Callable[[], Any]) -> list[MenuItem]:
    """The menu, with the item that leads furthest towards this page marked as current."""
    items = [item if isinstance(item, MenuItem) else MenuItem(*item) for item in source()]
    leading = [item.url for item in items if request.path.startswith(item.url)]
    here = max(leading, key=len, default=None)
    return [replace(item, is_current=item.url == here) for item in items]
