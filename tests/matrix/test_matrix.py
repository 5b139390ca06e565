"""Nobody reaches what is not theirs, and looking changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from tests.matrix.table import ROLES, Row, rows

pytestmark = pytest.mark.django_db

WORDS = {200: "ok", 301: "go", 302: "go", 403: "no", 404: "--"}
SHUT = {"in", "no", "--"}
WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
SESSIONS = re.compile(r'"[a-z_]*session[a-z_]*"', re.IGNORECASE)


def addresses(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every address."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"


def word(answer: HttpResponse) -> str:
    """The answer as the table writes it."""
    if answer.status_code == 302 and answer.headers["Location"].partition("?")[0].endswith("/dang-nhap/"):
        return "in"
    return WORDS.get(answer.status_code, str(answer.status_code))


def keeping(answer: HttpResponse) -> str:
    """Whether a browser may keep a page: `never`, as it is `alike` for all, or though `made for somebody`."""
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return "no page"
    if "no-store" in answer.headers.get("Cache-Control", ""):
        return "never"
    return "made for somebody" if "Cookie" in answer.headers.get("Vary", "") else "alike"


@contextmanager
def watching() -> Iterator[list[str]]:
    """The statements that write, except those of sessions; everything is taken back afterwards."""
    written: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITE.match(sql) and not SESSIONS.search(sql):
            written.append(sql[:200])
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield written
        transaction.set_rollback(True)


def ask(
    row: Row, method: str, clients: dict[str, Client], url: str
) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    """What every role gets, what was written on the way, and whether a browser may keep the page."""
    got, wrote, kept = {}, {}, {}
    for role, client in clients.items():
        cookies = deepcopy(client.cookies)
        with watching() as written:
            answer = getattr(client, method.lower())(url)
        got[role], kept[role] = word(answer), keeping(answer)
        client.cookies = cookies  # whoever signed out is back
        if written:
            wrote[role] = written
    return got, wrote, kept


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {row.name for row in rows()} == set(addresses(get_resolver()))


@pytest.mark.parametrize("row", rows(), ids=str)
def test_each_role_gets_what_is_its_own_and_looking_changes_nothing(
    row: Row, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    url = reverse(row.name, args=places[row.place])
    assert resolve(url).view_name == row.name
    got, wrote, kept = ask(row, "GET", clients, url)
    if row.method == "POST":
        assert set(got.values()) <= {"405", *SHUT}
    else:
        assert got == row.cells
    assert wrote == {}
    may_stranger_keep = {"never"} if row.name in settings.SIGN_IN_VIEWS else {"alike", "made for somebody"}
    assert kept.pop("stranger") in {"no page", *may_stranger_keep}
    assert set(kept.values()) <= {"no page", "never", "alike"}


@pytest.mark.parametrize("row", rows(), ids=str)
def test_who_may_not_see_may_not_send_either(
    row: Row, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    kept_out = [role for role in ROLES if row.cells[role] in SHUT]
    senders = clients if row.method == "POST" else {role: clients[role] for role in kept_out}
    got, wrote, _kept = ask(row, "POST", senders, reverse(row.name, args=places[row.place]))
    if row.method == "POST":
        assert got == row.cells
    assert {role: got[role] for role in kept_out if got[role] not in {*SHUT, "405"}} == {}
    assert {role: wrote[role] for role in kept_out if role in wrote} == {}
