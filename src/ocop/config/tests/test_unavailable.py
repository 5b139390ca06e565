"""Whatever the machine lacks, and wherever in a request that shows, the answer is a page with a sentence."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from django.db import OperationalError, connection

from ocop.foundation.ui.unavailable import AWAY, BUSY, FULL, READ_ONLY

CODES = {
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
}


class Fails:
    """Lets no statement through that begins so."""

    def __init__(self, code: int, beginning: str = "") -> None:
        self.code, self.beginning = code, beginning

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(self.beginning):
            return execute(sql, *rest)
        cause = sqlite3.OperationalError()
        cause.sqlite_errorcode = self.code
        raise OperationalError from cause


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("address", ["/", "/san-pham/", "/dang-nhap/", "/viec/", "/v/0123456789ABCDEF"])
def test_nothing_can_be_asked(client: Any, cast: Any, code: int, address: str) -> None:
    client.force_login(cast.lan)
    client.raise_request_exception = False
    with connection.execute_wrapper(Fails(code)):
        page = client.get(address)
    assert (page.status_code, f"{CODES[code].what}<" in page.content.decode()) == (503, True)


@pytest.mark.parametrize("code", [code for code, refusal in CODES.items() if refusal is not AWAY])
def test_nothing_can_be_written(client: Any, cast: Any, code: int) -> None:
    client.raise_request_exception = False
    with connection.execute_wrapper(Fails(code, "UPDATE")):
        page = client.post("/dang-nhap/", {"login": "lan", "password": "mat-khau-thu"})
    assert (page.status_code, f"{CODES[code].what}<" in page.content.decode()) == (503, True)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("beginning", ["INSERT", "SAVEPOINT", "DELETE"])
@pytest.mark.parametrize("code", [code for code, refusal in CODES.items() if refusal is not AWAY])
def test_nothing_can_be_put_in_and_nobody_is_told_of_too_many_tries(
    client: Any, cast: Any, code: int, beginning: str
) -> None:
    """The counters of tries stand in the database too."""
    client.raise_request_exception = False
    for address in ("/dang-nhap/", "/dang-ky/", "/quen-mat-khau/"):
        with connection.execute_wrapper(Fails(code, beginning)):
            page = client.post(address, {"login": "lan", "password": "mat-khau-thu", "email": "lan@ocop.vn"})
        if page.status_code != 422 and beginning != "DELETE":
            assert (address, page.status_code) == (address, 503)
            assert f"{CODES[code].what}<" in page.content.decode()
        assert page.status_code != 429
