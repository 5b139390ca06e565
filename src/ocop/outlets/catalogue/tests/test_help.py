"""Help: who one is, then a few steps that lead to the very pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from ocop.outlets.catalogue.helping import HELP

pytestmark = pytest.mark.django_db


def test_everybody_finds_the_own_page(client: Client) -> None:
    page = client.get("/tro-giup/")
    assert (page.status_code, page["Cache-Control"], bool(page.cookies)) == (200, "public, max-age=60", False)
    for role in HELP:
        assert f'href="/tro-giup/{role}/"' in page.text
    assert 'href="/tro-giup/"' in client.get("/").text
    assert 'href="/nghe/"' in page.text


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("role", HELP)
def test_every_step_leads_somewhere(client: Client, role: str, language: str) -> None:
    page = client.get(f"{language}/tro-giup/{role}/")
    assert page.status_code == 200
    for step in HELP[role].steps:
        assert f'href="{language}{step.url.removeprefix("/en")}"' in page.text
        assert client.get(step.url).status_code in {200, 302}


def test_no_such_person(client: Client) -> None:
    for address in ("khong-co", "%3Cscript%3E", "a" * 5000):
        assert client.get(f"/tro-giup/{address}/").status_code == 404


def test_pictures_are_small_and_of_their_size() -> None:
    for one in HELP.values():
        if one.picture is None:
            continue
        found: Any = finders.find(one.picture.file)
        with Image.open(found) as image:
            assert image.size == (one.picture.width, one.picture.height)
        with open(found, "rb") as file:
            assert len(file.read()) <= 40 * 1024
