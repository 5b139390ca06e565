"""Every main page of every role at four widths: nothing overflows, no name is squeezed, nothing is blocked,
one heading, a title.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys.browser import DESKTOP, PHONE, TABLET, Tab

pytestmark = needs_chromium

WIDTHS = (PHONE, (768, 1024), TABLET, DESKTOP)
MOST_PAGES, LINKS_OF_A_PAGE, LOOKS_AT_A_KIND = 24, 2, 2
FILES = r"\.(pdf|ics|docx|xlsx|csv|xml|geojson|jsonld|zip|svg|txt)$"
NOT_A_PAGE = re.compile(FILES + r"|^/(tep|anh|en|api|static)/|^/dang-xuat/")
LINKS = "(where) => [...document.querySelectorAll(where)].map((one) => one.href)"
OVERFLOWING = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOST_LINES = 4
SQUEEZED = """(most) => [...document.querySelectorAll('.table tbody :is(th, td)')].filter((cell) => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  const letters = cell.innerText.trim().length;
  const lines = words.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight);
  return letters < 36 && !cell.innerText.includes('\\n') && lines > most + .5;
}).map((cell) => cell.innerText.trim())"""
"""Names in lists (some thirty letters) that stand on more lines than that, beside columns that have room."""


def ways(tab: Tab, where: str) -> list[str]:
    """The pages of this site to which links of a part of the page lead."""
    found = []
    for link in tab.page.evaluate(LINKS, where):
        parts = urlsplit(link)
        if parts.netloc == urlsplit(tab.page.url).netloc and not NOT_A_PAGE.search(parts.path):
            found.append(parts.path)
    return list(dict.fromkeys(found))


def look(tab: Tab, path: str, name: str) -> list[str]:
    """What is wrong with a page."""
    answer = tab.open(path)
    faults = [] if answer == 200 else [f"answers {answer}"]
    if not tab.page.title().removesuffix("· OCOP").strip():
        faults.append("no title")
    if (headings := tab.page.locator("h1").count()) != 1:
        faults.append(f"{headings} headings")
    for width, height in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": height})
        if (beyond := tab.page.evaluate(OVERFLOWING)) > 0:
            faults.append(f"{beyond} px too wide at {width}")
        if squeezed := tab.page.evaluate(SQUEEZED, MOST_LINES):
            faults.append(f"squeezed at {width}: {squeezed[:3]}")
        if os.environ.get("OCOP_PICTURES"):
            tab.page.screenshot(path=tab.pictures / f"{name}-{width}.png", full_page=True)
    return faults


@pytest.fixture(scope="module")
def looked() -> Counter[str]:
    """How often a page of each address was looked at, whoever looked:
    in two states, not by eleven roles alike.
    """
    return Counter()


@pytest.mark.parametrize(
    ("username", "start"),
    [
        ("", "/"), ("chuthe1", "/viec/"), ("xa.banlau", "/viec/"), ("tinh", "/viec/"), ("thuky", "/viec/"),
        ("chutich", "/viec/"), ("uyvien1", "/viec/"), ("uyvien5", "/viec/"), ("kyquyetdinh", "/viec/"),
        ("lanhdao", "/viec/"), ("quantri", "/viec/"),
    ],
)  # fmt: skip
def test_main_pages(tab: Callable[..., Tab], looked: Counter[str], username: str, start: str) -> None:
    person = tab(username)
    person.open(start)
    pages = list(dict.fromkeys([start, *ways(person, "nav a")]))
    bad: dict[str, list[str]] = {}
    seen: set[str] = set()
    while pages and len(seen) < MOST_PAGES:
        path = pages.pop(0)
        kind = resolve(path).view_name
        if path in seen or (looked[kind] >= LOOKS_AT_A_KIND and path != start):
            continue
        seen.add(path)
        looked[kind] += 1
        name = f"{username or 'khach'}{path.replace('/', '_')[:60]}"
        if faults := look(person, path, name):
            bad[path] = faults
        pages += [way for way in ways(person, "main a") if way not in seen][:LINKS_OF_A_PAGE]
    assert bad == {}


def test_most_pages_were_looked_at(looked: Counter[str]) -> None:
    assert len(looked) > 60
