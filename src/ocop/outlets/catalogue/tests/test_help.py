"""Help: who one is, then a few steps that lead to the very pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from ocop.outlets.catalogue.helping import HEIGHT, HELP, PICTURE, WIDTH

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


@pytest.mark.parametrize("role", HELP)
def test_everybody_has_a_picture_with_words(client: Client, role: str) -> None:
    said = {}
    for language in ("", "/en"):
        page = client.get(f"{language}/tro-giup/{role}/").text
        said[language] = re.findall(
            r'help/([a-z-]+)[^"]*\.webp" alt="([^"]+)" width="540" height="960"', page
        )
    [[(file, words)], [(same_file, english)]] = said.values()
    assert (file, same_file, words != english) == (role, role, True)
    found: Any = finders.find(PICTURE.format(role=role))
    with Image.open(found) as image:
        assert image.size == (WIDTH, HEIGHT)
    assert Path(found).stat().st_size <= 25_000
