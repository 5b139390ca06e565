"""Whether the application answers."""

from importlib.metadata import version

import pytest
from django.db import connection
from django.db.utils import OperationalError


def test_it_is_well(client, db):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (
        200,
        {"status": "ok", "database": "ok", "version": version("ocop")},
    )
    assert "no-cache" in response["Cache-Control"]


def test_it_says_when_the_database_does_not_answer(client, db):
    def refuse(*args: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert (response.status_code, response.json()["status"], response.json()["database"]) == (
        503,
        "down",
        "down",
    )


@pytest.mark.parametrize("address", ["/healthz", "/api/v1/openapi.json"])
def test_no_sign_in_is_asked(client, db, address):
    assert client.get(address).status_code == 200
