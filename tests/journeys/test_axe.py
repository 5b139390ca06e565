"""WCAG 2.2 AA by axe-core: every kind of public page, and the main pages of each desk, on a telephone and a
large screen. Axe comes by the devtools protocol, so that the page's own policy stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys.browser import DESKTOP, PHONE, Tab
from tests.journeys.shopwindow import PLACE, ROUTE, SITE

pytestmark = needs_chromium

PUBLIC = (
    "/", "/san-pham/", "/san-pham/?q=khong+co+dau", "/san-pham/{product}/", "/san-pham/{product}/hoi/",
    "/xac-minh/", "/xac-minh/{code}/", "/xac-minh/0000000000000000/", "/xac-minh/{code}/phan-anh/",
    f"/chu-the/{SITE}/", "/chu-the/hop-tac-xa-mau-na-loc/", "/du-lich/", f"/du-lich/{PLACE}/",
    f"/du-lich/tuyen/{ROUTE}/", "/chuoi-gia-tri/", "/ban-do/", "/tin-tuc/", "/huong-dan/", "/nghe/",
    "/ket-qua-danh-gia/", "/bo-tieu-chi/", "/tro-giup/", "/tro-giup/thanh-vien/", "/tiep-can/", "/dang-nhap/",
)  # fmt: skip
DESKS = {
    "chuthe1": ("/viec/", "/san-pham-cua-toi/", "/ho-so/", "/trang-web/hop-tac-xa-mau-na-loc/", "/hoi-dap/"),
    "chuthe2": (f"/trang-web/{SITE}/", f"/trang-web/{SITE}/sua/", f"/trang-web/{SITE}/them-anh/"),
    "xa.banlau": ("/viec/", "/tiep-nhan/", f"/du-lich-cua-toi/{PLACE}/"),
    "tinh": ("/viec/", "/gian-hang/", "/quyet-dinh/", "/hoi-dong/", "/bao-cao/"),
    "uyvien1": ("/viec/", "/phien-hop/"),
    "quantri": ("/viec/", "/tai-khoan/"),
}
RUN = """async () => {
  const only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"], runOnly: only, rules: { "target-size": { enabled: true } },
  });
  return violations.map((one) => [one.impact, one.id, one.nodes.map((node) => node.target.join(" "))]);
}"""


def violations(tab: Tab, path: str) -> Iterable[str]:
    """What axe finds on a page at both widths."""
    tab.open(path)
    for width, height in (PHONE, DESKTOP):
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.page.evaluate(AXE_SCRIPT)
        for impact, rule, places in tab.page.evaluate(RUN):
            yield f"{width}: {impact} {rule} at {places[:4]}"


def found(tab: Tab, paths: Iterable[str]) -> dict[str, list[str]]:
    """By page, where anything is found."""
    said = {path: list(violations(tab, path)) for path in paths}
    return {path: faults for path, faults in said.items() if faults}


@pytest.mark.parametrize("language", ["", "/en"])
def test_public_pages(tab: Callable[..., Tab], language: str) -> None:
    shopper = tab()
    shopper.open("/san-pham/?q=che+shan")
    product = shopper.page.locator(".product-card h3 a").first.get_attribute("href")
    shopper.open(str(product))
    check = shopper.page.get_by_role("link", name="Xem giấy chứng nhận").get_attribute("href")
    product, code = (re.findall(r"/([^/]+)/$", str(one))[0] for one in (product, check))
    paths = [f"{language}{path}".format(product=product, code=code) for path in PUBLIC]
    assert found(shopper, paths) == {}


@pytest.mark.parametrize("username", DESKS)
def test_desks(tab: Callable[..., Tab], username: str) -> None:
    assert found(tab(username), DESKS[username]) == {}


def test_a_fault_is_found(tab: Callable[..., Tab]) -> None:
    stranger = tab()
    stranger.open("/")
    stranger.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    stranger.page.evaluate(AXE_SCRIPT)
    assert [rule for _impact, rule, _places in stranger.page.evaluate(RUN)] == ["button-name"]
