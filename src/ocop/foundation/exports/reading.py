"""A list as its owner sees it: the view of its address is asked, so that it refuses whom the page would."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import get_language_from_path, override
from django_tables2 import Table

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import who_is
from ocop.foundation.exports.refusals import no_list, right_ended
from ocop.foundation.exports.rules import LONGEST_ADDRESS
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.lists import EXPORT_PARAM, ListView, Taker
from ocop.foundation.ui.paging import AFTER_PARAM, PAGE_PARAM


def read_list(address: str, *, person: Person, at: datetime, taker: Taker) -> None:
    """Gives the whole filtered table to `taker`, in the language of the address.

    Refused as its page refuses, and where the page would not show the list at all.
    """
    taken = []

    def take(view: ListView, table: Table) -> HttpResponse:
        taken.append(table)
        return taker(view, table)

    path, _, query = address.partition("?")
    with override(language_of(path)):
        request = _request(path, query, person, at)
        request.taker = take  # type: ignore[attr-defined]
        try:
            match = request.resolver_match = _list_at(path)
            match.func(request, *match.args, **match.kwargs)
        except (Http404, PermissionDenied) as missing:
            raise Refused(right_ended()) from missing
    if not taken:
        raise Refused(right_ended())


def clean_address(text: str) -> str:
    """The address of a list that can be saved, with its filters and its order alone, always written alike.

    Refused for any other address, and for one that is too long.
    """
    parts = urlsplit(text)
    path = parts.path
    with override(language_of(path)):
        try:
            _list_at(path)
        except Resolver404 as unknown:
            raise Refused(no_list()) from unknown
    asked = QueryDict(parts.query, mutable=True)
    for passing in (PAGE_PARAM, AFTER_PARAM, EXPORT_PARAM):
        asked.pop(passing, None)
    kept = QueryDict(mutable=True)
    for name in sorted(asked):
        kept.setlist(name, [value for value in asked.getlist(name) if value])
    query = kept.urlencode()
    address = f"{path}?{query}" if query else path
    if parts.scheme or parts.netloc or len(address) > LONGEST_ADDRESS:
        raise Refused(no_list())
    return address


def language_of(path: str) -> str:
    """The language of an address."""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def _list_at(path: str) -> ResolverMatch:
    """The list at a path; Resolver404 where something else is, or nothing."""
    match = resolve(path)
    view: Any = getattr(match.func, "view_class", object)
    if not issubclass(view, ListView) or view.exporter is None:
        raise Resolver404({"path": path})
    return match


def _request(path: str, query: str, person: Person, at: datetime) -> PersonRequest:
    """As the browser of the person would ask for it."""
    request = PersonRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.META["QUERY_STRING"] = query
    request.GET = QueryDict(query)
    if person.known is None:
        person.known = {}
    request.user, request.who = person, who_is(person, at)
    return request
