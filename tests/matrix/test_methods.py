"""What only reads or takes a form answers to nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.matrix.table import Row, rows

pytestmark = pytest.mark.django_db

REFUSED = ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND")


@pytest.mark.parametrize("role", ["stranger", "province"])
def test_other_methods_are_refused_at_every_address(
    role: str, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    one_each: dict[str, Row] = {row.name: row for row in rows()}
    urls = [reverse(row.name, args=places[row.place]) for row in one_each.values()]
    got = {
        (method, url): clients[role].generic(method, url).status_code for url in urls for method in REFUSED
    }
    assert {asked: status for asked, status in got.items() if status != 405} == {}


def test_the_answer_names_what_is_taken(client: Client) -> None:
    answer = client.generic("DELETE", "/san-pham/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS, POST")


def test_options_still_answers(client: Client) -> None:
    answer = client.options("/dang-nhap/")
    assert (answer.status_code, answer["Allow"]) == (200, "GET, POST, PUT, HEAD, OPTIONS")
