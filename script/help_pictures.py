"""`python script/help_pictures.py ADDRESS [ROLE …]`: makes the pictures of the help pages anew.

ADDRESS is a running `script/ocop demo` (http://127.0.0.1:8000). Each kind of person signs in as in the list
printed at the start and opens the page that the work begins with, on a telephone.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from ocop.foundation.ui.tests.browsing import ARGUMENTS, CHROMIUM, patient
from ocop.outlets.demo.cast import PASSWORD

FOLDER = Path(__file__).resolve().parents[1] / "src/ocop/outlets/catalogue/static/catalogue/help"
SIZE = {"width": 360, "height": 640}
SHARPER = 1.5
MOST_BYTES = 25_000
WAYS = {
    "nguoi-mua": ("", ("/san-pham/?q=che+shan", ".product-card h3 a", "#giay-chung-nhan .button-quiet")),
    "chu-the": ("chuthe1", ("/viec/",)),
    "xa": ("xa.banlau", ("/viec/",)),
    "tinh": ("tinh", ("/tiep-nhan/",)),
    "thu-ky": ("thuky", ("/phien-hop/", "main a[href^='/phien-hop/']")),
    "thanh-vien": ("uyvien1", ("/phien-hop/", "main a[href^='/phien-hop/']", "main a[href^='/cham/']")),
    "nguoi-ky": ("kyquyetdinh", ("/quyet-dinh/", "main a[href^='/quyet-dinh/']")),
    "lanh-dao": ("lanhdao", ("/tong-quan/",)),
    "quan-tri": ("quantri", ("/nguoi-dung/",)),
}
"""By the address of the help: who looks, where that person begins, the links from there."""


def opened(browser: Browser, site: str, username: str, way: tuple[str, ...]) -> Page:
    """The page at the end of a way."""
    context = browser.new_context(
        base_url=site, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=SIZE, has_touch=True,
        device_scale_factor=SHARPER,
    )  # fmt: skip
    page = patient(context).new_page()
    if username:
        page.goto("/dang-nhap/?next=/tai-khoan/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", PASSWORD)
        page.locator("main button:visible").first.click()
        page.wait_for_url("**/tai-khoan/")
    page.goto(way[0])
    for link in way[1:]:
        with page.expect_navigation():
            page.locator(link).locator("visible=true").first.click()
    page.evaluate("document.fonts.ready")
    return page


def small(picture: bytes) -> bytes:
    """As WebP, as good as fits."""
    with Image.open(io.BytesIO(picture)) as image:
        for quality in range(85, 20, -5):
            out = io.BytesIO()
            image.convert("RGB").save(out, "WEBP", quality=quality, method=6)
            if out.tell() <= MOST_BYTES:
                return out.getvalue()
    raise ValueError(f"no quality makes it at most {MOST_BYTES} bytes")


def main(site: str, *roles: str) -> None:
    """Every picture, or those of some roles, one by one."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for role in roles or WAYS:
            username, way = WAYS[role]
            page = opened(browser, site, username, way)
            made = small(page.screenshot())
            (FOLDER / f"{role}.webp").write_bytes(made)
            print(f"{role}: {re.sub(r'^https?://[^/]+', '', page.url)}, {len(made)} bytes")  # noqa: T201
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
