"""NUL, which PostgreSQL cannot be asked for, never reaches a view from an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from ocop.foundation.ui.middleware import NoNul, NoNulInCookies


def asked(address: str) -> dict[str, list[str]]:
    seen: list[dict[str, list[str]]] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(dict(request.GET.lists()))
        return HttpResponse()

    NoNul(view)(RequestFactory().get(address))
    return seen[0]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("q=ch%C3%A8%00+shan&trang=2", {"q": ["chè shan"], "trang": ["2"]}),
        ("q=%00", {"q": [""]}),
        ("q%00=%0%000", {"q": [""]}),
        ("q=%2500", {"q": ["%00"]}),
        ("", {}),
    ],
)
def test_it_is_taken_out_of_a_query(query: str, kept: dict[str, list[str]]) -> None:
    assert asked(f"/?{query}") == kept


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart"])
def test_it_is_taken_out_of_what_is_sent(content_type: str) -> None:
    sent = {"name": "Dứa\x00 quả", "codes": ["\x00", "02788"]}
    given = (
        {}
        if content_type == "multipart"
        else {"data": urlencode(sent, doseq=True), "content_type": content_type}
    )
    request = RequestFactory().post("/", **({"data": sent} | given))
    NoNul(lambda _request: HttpResponse()).process_view(request)
    assert dict(request.POST.lists()) == {"name": ["Dứa quả"], "codes": ["", "02788"]}


def test_an_address_with_one_is_no_page() -> None:
    with pytest.raises(Http404):
        asked("/v/a%00b/")


def test_it_is_taken_out_of_a_cookie() -> None:
    request = RequestFactory().get("/", headers={"cookie": 'ocop="a\\000b"; other=c'})
    assert request.COOKIES == {"ocop": "a\x00b", "other": "c"}
    NoNulInCookies(lambda _request: HttpResponse())(request)
    assert request.COOKIES == {"ocop": "ab", "other": "c"}


@pytest.mark.django_db
def test_no_view_of_the_site_receives_one(client: Client) -> None:
    """SQLite can be asked for it and finds nothing, so it is what a view receives that tells."""
    address = client.get("/v/a%00b/")
    assert (address.status_code, address.wsgi_request.resolver_match) == (404, None)
    query = client.get("/xac-minh/?ma=%00")
    assert (query.status_code, query.wsgi_request.GET.dict()) == (200, {"ma": ""})
    form = client.post("/dang-nhap/", {"login": "l\x00an", "password": "\x00"})
    assert (form.status_code, form.wsgi_request.POST.dict()) == (200, {"login": "lan", "password": ""})


@pytest.mark.django_db
def test_no_session_is_asked_for_by_a_key_with_one(client: Client) -> None:
    asked: list[object] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.extend(params)
        return execute(sql, params, many, context)

    cookie = f'{settings.SESSION_COOKIE_NAME}="abcdefgh\\000ijkl"'
    with connection.execute_wrapper(note):
        response = client.get("/ho-so/", headers={"cookie": cookie})
    keys = [one for one in asked if str(one).startswith("abcdefgh")]
    assert (response.status_code, keys) == (302, ["abcdefghijkl"])
