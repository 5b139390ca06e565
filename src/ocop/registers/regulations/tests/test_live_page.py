"""The practice page in a real browser: live, without network, by link, and saying what the server says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, expect

from ocop.foundation.ui.tests.browsing import eventually, launched, needs_chromium, patient
from ocop.kernel.law import load_regulations
from ocop.registers.regulations import rules

EMPTY = "/bo-tieu-chi/qd-26-2026/1/cham-thu/"
SITE = "http://ocop.test"
NAMES = ["total", "part-A", "part-B", "part-C", "headline", "light-3", "light-4", "light-5", "next"]

pytestmark = [*needs_chromium, pytest.mark.django_db]


@pytest.fixture
def pages(client) -> dict[str, str]:
    """What the server writes; asked before the browser runs, whose loop the database would refuse."""
    return {address: client.get(address).content.decode() for address in [EMPTY, *addresses()]}


@pytest.fixture
def browser(pages) -> Iterator[Browser]:
    with launched() as opened:
        yield opened


def open_page(browser: Browser, html: str, address: str, *, script: bool = True) -> Page:
    """The page as the server wrote it; afterwards there is no network at all."""
    size = {"width": 360, "height": 640}
    page = patient(browser.new_context(viewport=size, java_script_enabled=script)).new_page()  # type: ignore[arg-type]
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.route("**/*", lambda route: route.abort())
    page.route(
        re.compile(r".*/static/.*"),
        lambda route: route.fulfill(path=str(finders.find(route.request.url.partition("/static/")[2]))),
    )
    page.route(
        SITE + address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
    )
    page.goto(SITE + address)
    page.unroute_all()
    page.context.set_offline(True)
    page.faults = found  # type: ignore[attr-defined]
    return page


def shown(page: Page) -> dict[str, object]:
    texts: dict[str, object] = {
        name: page.locator(f"aside [data-show='{name}']").inner_text() for name in NAMES
    }
    lists = {
        name: page.locator(f"[data-show='{name}'] li").all_inner_texts()
        for name in ("reasons", "gaps", "steps")
    }
    return texts | lists


def addresses() -> list[str]:
    law = load_regulations()["qd-26-2026"]
    best = {code: list(rules.tokens(c).values())[-1] for code, c in law.set(1).criteria.items()}
    words = [
        rules.pack(law.set(1), best),
        rules.pack(law.set(1), best | {"3.5": 1}),
        rules.pack(law.set(1), best | {"3.5": None, "9": None}),
        rules.pack(law.set(1), {code: best[code] for code in list(best)[:9]}),
        rules.pack(law.set(1), {**best, "2.4": False, "1.1": 1, "1.4": 1}) + "&k=product_has_story",
        rules.pack(law.set(1), best) + "&k=dossier_forged",
    ]
    return [f"/bo-tieu-chi/qd-26-2026/1/cham-thu/?c={word}" for word in words]


def test_the_script_says_word_for_word_what_the_server_says(pages, browser):
    for address in addresses():
        plain = open_page(browser, pages[address], address, script=False)
        live = open_page(browser, pages[address], address)
        eventually(live, partial(shown, live), shown(plain))
        assert live.faults == []  # type: ignore[attr-defined]
        assert live.url == SITE + address
        plain.context.close()
        live.context.close()


def test_ticking_changes_points_lights_and_address_without_network(pages, browser):
    page = open_page(browser, pages[EMPTY], EMPTY)
    page.get_by_label("Từ 75% đến 100% trồng tại xã").check()
    eventually(page, lambda: (shown(page)["total"], shown(page)["part-A"]), ("3", "3"))
    expect(page).to_have_url(f"{SITE}{EMPTY}?c=3")
    page.locator("[name='2.4'][value='y']").check()
    eventually(page, lambda: shown(page)["total"], "4")
    expect(page).to_have_url(f"{SITE}{EMPTY}?c=3----------y")
    expect(page.locator("[data-link]")).to_have_value(page.url)
    assert page.faults == []  # type: ignore[attr-defined]
