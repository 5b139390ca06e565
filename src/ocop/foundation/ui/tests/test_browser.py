"""The look in a real browser: nothing overflows, targets are large, forms keep what is typed."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from ocop.foundation.ui.tests import pages
from ocop.foundation.ui.tests.browsing import browsing, launched, needs_chromium, serving

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
    pages.kept.clear()
    pages.turns.clear()
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
    page.goto("/bieu-mau/")
    page.evaluate("document.fonts.ready")
    assert sorted(set(fonts)) == ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"]


def test_what_is_typed_is_kept_on_the_server(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.fill("[name=name]", "Dứa quả")
    page.check("[name=channels][value=shop]")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert pages.kept[-1] == {"name": ["Dứa quả"], "channels": ["shop"]}
    assert page.inner_text("[data-save-state]").startswith("Đã lưu lúc ")


def test_saying_that_it_is_saved_moves_no_button_under_the_finger(page: Page) -> None:
    page.goto("/bieu-mau/")
    button = page.locator("form[data-autosave-url] button:visible").last
    before = button.bounding_box()
    page.fill("[name=name]", "Dứa quả")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert button.bounding_box() == before


def test_without_a_network_it_is_kept_on_the_device_and_sent_later(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.context.set_offline(True)
    page.fill("[name=name]", "Dứa quả")
    page.wait_for_selector("[data-save-state][data-state=waiting]")
    assert page.inner_text("[data-save-state]") == "Chưa lưu được, còn trên máy này, sẽ thử lại"
    assert pages.kept == []
    page.context.set_offline(False)
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert (pages.kept, page.evaluate("localStorage.length")) == ([{"name": ["Dứa quả"]}], 0)


def test_closing_the_browser_loses_nothing(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.route("**/luu/", lambda route: route.abort())
    page.fill("[name=story]", "Vườn dứa bên suối")
    page.wait_for_selector("[data-save-state][data-state=waiting]")
    page.unroute("**/luu/")
    page.goto("about:blank")
    page.goto("/bieu-mau/")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert page.input_value("[name=story]") == "Vườn dứa bên suối"
    assert pages.kept[-1] == {"story": ["Vườn dứa bên suối"]}


@pytest.mark.parametrize("address", ["/bieu-mau/", "/bieu-mau/?khong-tu-luu"])
def test_back_brings_what_was_typed_although_no_browser_keeps_the_page(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("[name=name]", "Dứa quả")
    page.fill("[name=story]", "Vườn dứa bên suối")
    page.goto("/thu-vien-giao-dien/")
    page.go_back()
    assert [page.input_value(f"[name={name}]") for name in ("name", "story")] == [
        "Dứa quả",
        "Vườn dứa bên suối",
    ]


def test_a_newer_answer_of_the_server_is_not_overwritten(page: Page) -> None:
    page.goto("/bieu-mau/")
    draft = {"name": {"value": ["Bản trên máy"], "base": ["Bản cũ"]}}
    page.evaluate(
        "([key, draft]) => localStorage.setItem(key, draft)", ["ocop-draft::/luu/", json.dumps(draft)]
    )
    page.reload()
    assert page.input_value("[name=name]") == ""
    page.click("text=Dùng nội dung này")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert (page.input_value("[name=name]"), pages.kept) == ("Bản trên máy", [{"name": ["Bản trên máy"]}])


def test_a_form_that_is_sent_is_sent_alone_and_after_its_parts(page: Page) -> None:
    sent = posted(page)
    page.clock.install()
    page.goto("/bieu-mau/")
    page.fill("[name=story]", "Vườn dứa")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    # an answer that leaves the page as it is: it stays for longer than what is typed waits to be sent
    page.route("**/bieu-mau/", lambda route: route.fulfill(status=204))
    page.fill("[name=name]", "Dứa quả")
    with page.expect_request("**/bieu-mau/"):
        page.click("form .button >> nth=0", no_wait_after=True)
    page.clock.run_for(5_000)
    name = pages.turns[0][0]
    assert (len(name), sent) == (32, [("/luu/", (name, "1")), ("/bieu-mau/", (name, "2"))])


def test_what_went_with_a_refused_form_follows_in_its_turn(page: Page) -> None:
    sent = posted(page)
    page.goto("/bieu-mau/")
    page.fill("[name=name]", "Dứa quả")
    page.click("form .button >> nth=0")
    page.wait_for_selector(".error-summary")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    name = sent[0][1][0]
    assert sent == [("/bieu-mau/", (name, "1")), ("/luu/", (name, "1"))]
    assert (pages.kept, on_the_machine(page)) == ([{"name": ["Dứa quả"]}], {})


def test_what_went_with_a_refused_form_stays_until_it_is_stored(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.route("**/luu/", lambda route: route.abort())
    page.fill("[name=name]", "Mười hộ")
    page.fill("[name=phone]", "12")
    page.click("form .button >> nth=0")
    page.wait_for_selector(".error-summary")
    page.wait_for_selector("[data-save-state][data-state=waiting]")
    page.goto("about:blank")
    page.unroute("**/luu/")
    page.goto("/bieu-mau/")
    page.wait_for_selector("[data-save-state][data-state=refused]")
    assert (pages.kept, on_the_machine(page)) == ([{"name": ["Mười hộ"]}], {"phone": ["12"]})
    assert page.inner_text("[data-save-state]") == "Chưa lưu: Số điện thoại chưa đủ."
    page.reload()
    page.wait_for_selector("[data-save-state][data-state=refused]")
    assert (page.input_value("[name=phone]"), on_the_machine(page)) == ("12", {"phone": ["12"]})


def posted(page: Page) -> list[tuple[str, tuple[str, str]]]:
    """Fills with what the page sends from now on: where to, and its turn."""
    sent: list[tuple[str, tuple[str, str]]] = []

    def note(asked: Request) -> None:
        if asked.method == "POST":
            name, number = re.findall(r"autosave-(?:page|number)\W+(\w+)", asked.post_data or "")
            sent.append((urlsplit(asked.url).path, (name, number)))

    page.on("request", note)
    return sent


def on_the_machine(page: Page) -> dict[str, list[str]]:
    kept = json.loads(page.evaluate("localStorage.getItem('ocop-draft::/luu/')") or "{}")
    return {name: one["value"] for name, one in kept.items()}


SENT = {"name": {"value": ["Bản đã gửi"], "base": [""], "turn": {"page": "a" * 32, "number": 3}}}


def test_what_arrived_with_a_form_is_not_written_again(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.evaluate(
        "([key, draft]) => localStorage.setItem(key, draft)", ["ocop-draft::/luu/", json.dumps(SENT)]
    )
    pages.turns.append(("a" * 32, "3"))
    page.reload()
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert (page.input_value("[name=name]"), pages.kept, page.evaluate("localStorage.length")) == ("", [], 0)


def test_what_a_form_could_not_bring_stays_although_the_rest_has_arrived(page: Page) -> None:
    page.goto("/bieu-mau/")
    draft = {"phone": SENT["name"] | {"value": ["12"]}, **SENT}
    page.evaluate(
        "([key, draft]) => localStorage.setItem(key, draft)", ["ocop-draft::/luu/", json.dumps(draft)]
    )
    pages.turns.append(("a" * 32, "3"))
    page.reload()
    page.wait_for_selector("[data-save-state][data-state=refused]")
    assert (page.input_value("[name=phone]"), on_the_machine(page)) == ("12", {"phone": ["12"]})
    assert page.inner_text("[data-save-state]") == "Chưa lưu: Số điện thoại chưa đủ."


def test_what_was_lost_with_a_form_is_sent_in_its_turn(page: Page) -> None:
    page.goto("/bieu-mau/")
    draft = {"story": {"value": ["Viết sau"], "base": [""]}, **SENT}
    page.evaluate(
        "([key, draft]) => localStorage.setItem(key, draft)", ["ocop-draft::/luu/", json.dumps(draft)]
    )
    page.reload()
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert page.input_value("[name=name]") == "Bản đã gửi"
    assert (pages.kept, pages.turns[0]) == (
        [{"name": ["Bản đã gửi"]}, {"story": ["Viết sau"]}],
        ("a" * 32, "3"),
    )


def test_a_refused_answer_says_why_and_stays(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.fill("[name=phone]", "12")
    page.wait_for_selector("[data-save-state][data-state=refused]")
    assert page.inner_text("[data-save-state]") == "Chưa lưu: Số điện thoại chưa đủ."
    page.fill("[name=phone]", "0912345678")
    page.wait_for_selector("[data-save-state][data-state=saved]")
    assert pages.kept == [{"phone": ["0912345678"]}]


def test_what_comes_too_late_is_told_so_once_and_not_tried_again(page: Page) -> None:
    sent = posted(page)
    page.clock.install()
    page.goto("/bieu-mau/")
    page.fill("[name=name]", "Dứa quả")
    page.fill("[name=story]", "Hồ sơ đã nộp")
    page.wait_for_selector("[data-save-state][data-state=refused]")
    assert page.inner_text("[data-save-state]") == "Chưa lưu: Hồ sơ đã nộp."
    page.clock.run_for(600_000)
    assert (len(sent), on_the_machine(page)) == (1, {"name": ["Dứa quả"], "story": ["Hồ sơ đã nộp"]})


def test_who_was_signed_out_is_told_so(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.fill("[name=story]", "Đã đăng xuất")
    page.wait_for_selector("[data-save-state][data-state=waiting]")
    said = "Bạn đã đăng xuất từ khi mở trang này. Nội dung còn trên máy này: đăng nhập lại rồi tải lại trang."
    assert (page.inner_text("[data-save-state]"), on_the_machine(page)) == (said, {"story": ["Đã đăng xuất"]})
    page.context.clear_cookies()  # the token of the page is from before
    with page.expect_response("**/luu/") as answer:
        page.fill("[name=story]", "Vườn dứa")
    page.wait_for_selector("[data-save-state][data-state=waiting]")
    assert (answer.value.status, page.inner_text("[data-save-state]")) == (403, said)


def test_a_file_is_sent_with_progress_and_errors_take_the_focus(page: Page) -> None:
    page.goto("/bieu-mau/")
    page.set_input_files(
        "[name=paper]", {"name": "giấy.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" * 500_000}
    )
    assert page.inner_text(".file-note") == "giấy.pdf (2,0 MB)"
    page.click("form .button >> nth=0")
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert page.title().startswith("Cần sửa: Sản phẩm")


def test_without_scripts_the_form_still_works(page: Page, site: str) -> None:
    assert page.context.browser is not None
    plain = page.context.browser.new_context(
        java_script_enabled=False, base_url=site, locale="vi-VN"
    ).new_page()
    plain.goto("/bieu-mau/")
    plain.fill("[name=name]", "Dứa quả")
    plain.click("form .button >> nth=0")
    assert plain.inner_text(".error-summary h2").strip() == "Có 6 chỗ cần sửa"
    assert plain.input_value("[name=name]") == "Dứa quả"
    assert plain.inner_text("[data-save-state]") == ""
