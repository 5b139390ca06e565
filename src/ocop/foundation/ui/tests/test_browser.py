"""The look in a real browser: nothing overflows, targets are large, forms keep what is typed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ocop.foundation.ui.tests import pages
from ocop.foundation.ui.tests.browsing import (
    browsing,
    eventually,
    launched,
    needs_chromium,
    patient,
    serving,
)

pytestmark = [*needs_chromium, pytest.mark.urls("ocop.foundation.ui.tests.pages")]

SMALL_TARGETS = """() => [...document.querySelectorAll("button, .button, select, textarea, summary, nav a,"
  + ".card-choice, input:not([type=checkbox], [type=radio], [type=hidden])")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 47.5)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def site(
    server: str, settings, django_db_setup, django_db_blocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    # higher packages speak of addresses that this small site has not
    monkeypatch.setattr("ocop.foundation.ui.context._hooks", {})
    settings.PUBLIC_VIEWS = type("Everything", (), {"__contains__": lambda self, name: True})()
    pages.clear()
    with django_db_blocker.unblock():
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture
def page(site: str, browser: Browser) -> Iterator[Page]:
    with browsing(site, browser) as tab:
        yield tab


@pytest.mark.parametrize("width", [320, 360, 820, 1280])
def test_the_gallery_fits_every_width_without_a_fault(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto("/thu-vien-giao-dien/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []  # type: ignore[attr-defined]


def test_targets_are_large_enough_for_thumbs(page: Page) -> None:
    page.goto("/thu-vien-giao-dien/")
    assert page.evaluate(SMALL_TARGETS) == []


def test_a_list_of_ticks_is_narrowed_without_marks_and_counts(page: Page) -> None:
    page.goto("/thu-vien-giao-dien/")
    search = page.locator("[data-ticks] [type=search]")

    def shown(typed: str) -> list[str]:
        search.fill(typed)
        return page.locator("[data-find]:visible").all_inner_texts()

    assert shown("LAU ban") == shown("bản lầu") == ["xã Bản Lầu"]
    page.check("[data-find] [value=ban-lau]")
    assert shown("đâu đó") == []
    search.press("Enter")
    assert (shown("xã"), page.inner_text("[data-ticked]")) == (["xã Bản Lầu", "xã Bát Xát"], "1")
    assert len(shown("")) == 3
    assert page.url.endswith("/thu-vien-giao-dien/")
    assert page.faults == []  # type: ignore[attr-defined]


def test_a_form_page_takes_only_the_fonts_it_needs(page: Page) -> None:
    fonts: list[str] = []
    page.on(
        "request", lambda asked: asked.url.endswith(".woff2") and fonts.append(asked.url.rpartition("/")[2])
    )
    page.goto("/bieu-mau/?khong-tu-luu")
    page.evaluate("document.fonts.ready")
    wanted = ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"]
    eventually(page, lambda: sorted(set(fonts)), wanted)


def test_back_brings_what_was_typed_although_no_browser_keeps_the_page(page: Page) -> None:
    page.goto("/bieu-mau/?khong-tu-luu")
    page.fill("[name=name]", "Dứa quả")
    page.fill("[name=story]", "Vườn dứa bên suối")
    page.goto("/thu-vien-giao-dien/")
    page.go_back()
    expect(page.locator("[name=name]")).to_have_value("Dứa quả")
    expect(page.locator("[name=story]")).to_have_value("Vườn dứa bên suối")


def test_a_file_is_sent_with_progress_and_errors_take_the_focus(page: Page) -> None:
    page.goto("/bieu-mau/?khong-tu-luu")
    page.set_input_files(
        "[name=paper]", {"name": "giấy.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" * 500_000}
    )
    expect(page.locator(".file-name")).to_have_text("giấy.pdf (2,0 MB)")
    page.click("form > .buttons button >> nth=0")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Cần sửa: Sản phẩm"))


def test_without_scripts_the_form_still_works(page: Page, site: str) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False, base_url=site, locale="vi-VN")
    plain = patient(context).new_page()
    plain.goto("/bieu-mau/?khong-tu-luu")
    plain.fill("[name=name]", "Dứa quả")
    plain.click("form > .buttons button >> nth=0")
    expect(plain.locator(".error-summary h2")).to_have_text("Có 6 chỗ cần sửa")
    expect(plain.locator("[name=name]")).to_have_value("Dứa quả")
