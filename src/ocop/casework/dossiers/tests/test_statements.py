"""What the two main ways of this package ask of the database: handing in, and the page of a dossier."""

from __future__ import annotations

import re
from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocop.casework.dossiers.tests.cast import Scene

ABOUT_SOMEBODY = ("accounts_appointment", "producers_representation", "review_seat", "review_declaration")


def main_table(sql: str) -> str:
    """The table that a statement reads first."""
    found = re.search(r'FROM "(\w+)"', sql)
    return found[1] if found and sql.startswith("SELECT") else ""


def asked_of_somebody(statements: list[str]) -> Counter[str]:
    return Counter(table for one in statements if (table := main_table(one)) in ABOUT_SOMEBODY)


@pytest.fixture
def lan(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)
    client = Client()
    client.force_login(scene.lan)
    return client


def test_handing_in_asks_once_who_somebody_is(scene: Scene, lan: Client) -> None:
    dossier = scene.fill(scene.draft())
    url = reverse("dossiers:submit", args=[dossier.key])
    data = {"declared_true": "on", "request_key": str(uuid4()), "confirmed": "on"}
    with CaptureQueriesContext(connection) as asked:
        assert lan.post(url, data).status_code == 302
    statements = [one["sql"] for one in asked.captured_queries]
    about_lan = [one for one in statements if f'"person_id" = {scene.lan.pk}' in one]
    assert asked_of_somebody(about_lan) == {"producers_representation": 1}
    # who is told: the people of the producer, once
    assert asked_of_somebody(statements) == {"producers_representation": 2}
    assert len(statements) == 33


def test_the_page_asks_once_who_somebody_is(scene: Scene, lan: Client) -> None:
    dossier = scene.submitted()
    with CaptureQueriesContext(connection) as asked:
        assert lan.get(dossier.get_absolute_url()).status_code == 200
    statements = [one["sql"] for one in asked.captured_queries]
    assert asked_of_somebody(statements) == {
        "producers_representation": 1,
        "accounts_appointment": 1,
        "review_seat": 1,
    }
    # one for what was found at the place, one for its test, two for what the advisory team says
    assert len(statements) == 19


def test_the_page_of_an_officer_asks_once_who_somebody_is(scene: Scene, lan: Client) -> None:
    dossier = scene.received()
    lan.force_login(scene.minh)
    with CaptureQueriesContext(connection) as asked:
        assert lan.get(reverse("dossiers:return", args=[dossier.key])).status_code == 200
    statements = [one["sql"] for one in asked.captured_queries]
    assert asked_of_somebody(statements) == {
        "producers_representation": 1,
        "accounts_appointment": 1,
        "review_seat": 1,
        "review_declaration": 1,
    }
