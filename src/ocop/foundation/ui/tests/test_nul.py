"""NUL, which PostgreSQL cannot be asked for, never reaches a view from an address."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from ocop.foundation.ui.middleware import NoNul


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
    given = {} if content_type == "multipart" else {"data": urlencode(sent, doseq=True), "content_type": content_type}
    request = RequestFactory().post("/", **({"data": sent} | given))
    NoNul(lambda _request: HttpResponse()).process_view(request)
    assert dict(request.POST.lists()) == {"name": ["Dứa quả"], "codes": ["", "02788"]}


def test_an_address_with_one_is_no_page() -> None:
    with pytest.raises(Http404):
        asked("/v/a%00b/")


@pytest.mark.django_db
def test_the_site_answers_as_to_any_unknown_page(client: Client) -> None:
    assert client.get("/v/a%00b/").status_code == 404
    assert client.get("/xac-minh/?ma=%00").status_code == client.get("/xac-minh/?ma=").status_code == 200
