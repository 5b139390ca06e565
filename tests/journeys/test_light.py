"""A stranger's first look at every kind of public page on a telephone: light, and nothing moves under the
finger however late the letters come.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from ocop.foundation.ui.tests.browsing import needs_chromium
from ocop.foundation.ui.tests.first_looks import Network, first_look
from tests.journeys.browser import PHONE, Tab

pytestmark = needs_chromium

LATE = Network(latency=150, kbit=1600)
"""Slow enough that letters come after the first paint, even where the server is next door."""
_PATHS = "(links) => links.map((one) => new URL(one.href).pathname)"
MOST_BYTES, MOST_SHIFT = 100_000, 0.02
FIXED = (
    "/", "/san-pham/", "/ban-do/", "/du-lich/", "/tin-tuc/", "/ket-qua-danh-gia/", "/xac-minh/", "/tro-giup/",
)  # fmt: skip
LED_TO = ("/san-pham/", "/chu-the/", "/du-lich/", "/tin-tuc/")
"""What the first link of that beginning leads to, on the pages that list such."""


def test_a_first_look_is_light_and_still(browser: Browser, site: str, tab: Callable[..., Tab]) -> None:
    shopper = tab(size=PHONE)
    paths = [*FIXED, *filter(None, (_first(shopper, start) for start in LED_TO))]
    shopper.open("/")
    assert len(paths) >= len(FIXED) + 2
    heavy = {}
    for path in paths:
        found = first_look(browser, site + path, LATE)
        if found.shift >= MOST_SHIFT or found.bytes > MOST_BYTES:
            heavy[path] = found
    assert heavy == {}


def _first(shopper: Tab, start: str) -> str:
    """The first page below `start` to which its list leads; empty where there is none."""
    shopper.open("/san-pham/" if start == "/chu-the/" else start)
    if start == "/chu-the/":
        shopper.open(_first(shopper, "/san-pham/"))
    links = shopper.page.locator(f"main a[href^='{start}']").evaluate_all(_PATHS)
    return next((path for path in links if path.strip("/").count("/") == 1), "")
