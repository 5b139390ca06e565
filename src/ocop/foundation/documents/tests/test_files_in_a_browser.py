"""Files in Chromium: looked at before they go, made upright and small, sent one by one over a line that
breaks off, kept where the form comes again; each is stored once.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ocop.foundation.documents.tests import corpus, filing
from ocop.foundation.ui.models import Operation
from ocop.foundation.ui.tests.browsing import eventually, needs_chromium, patient
from ocop.foundation.ui.tests.wire import Wire

SEVERAL, PLAIN, KEPT, PAPERS = "/nhieu/", "/mot/", "/giu/", "/nhieu-giu/"
SEND = "form > .buttons button >> nth=0"
LOST = "Mất mạng nên chưa gửi được. Hãy bấm gửi lại."
REFUSING = "IDBFactory.prototype.open = () => { throw new DOMException('no'); };"

pytestmark = [
    *needs_chromium, pytest.mark.urls("ocop.foundation.documents.tests.filing"), pytest.mark.django_db,
]  # fmt: skip


@pytest.fixture
def phone(opened: Browser, wire: Wire) -> Iterator[BrowserContext]:
    filing.arrived.clear()
    filing.titles.clear()
    context = opened.new_context(
        base_url=wire.site, locale="vi-VN", viewport={"width": 360, "height": 740}, has_touch=True,
        is_mobile=True,
    )  # fmt: skip
    patient(context)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def tab(phone: BrowserContext, address: str) -> Page:
    page = phone.new_page()
    page.goto(address)
    return looked(page)


def looked(page: Page) -> Page:
    """The page when all that it kept or was given is looked at, and kept."""
    expect(page.locator("[data-file]")).not_to_have_attribute("aria-busy", "true")
    if page.locator("[data-keep]").count():
        page.evaluate("import('/static/ui/js/keep.js').then((it) => it.ready)")
    return page


def file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def pdf(name: str, pages: int = 1) -> dict[str, Any]:
    return file(name, corpus.pdf(pages=pages))


def choose(page: Page, *files: dict[str, Any]) -> None:
    page.set_input_files("[data-file] > input[type=file]", list(files))
    expect(page.locator("[data-file]")).not_to_have_attribute("aria-busy", "true")


def names() -> list[str]:
    return sorted(name for name, _content in filing.arrived)


def lines(page: Page) -> list[tuple[str, str]]:
    found = page.locator(".file-line").all()
    return [(one.locator("b").inner_text(), one.get_attribute("data-state") or "") for one in found]


def shows(page: Page, *wanted: tuple[str, str]) -> None:
    """Names and states of the lines become these."""
    eventually(page, lambda: lines(page), list(wanted))


def held(page: Page) -> list[str]:
    """The names that the form's own box holds, sorted."""
    script = "box => [...box.files].map(({ name }) => name)"
    return sorted(page.locator("[data-file] > input[type=file]").evaluate(script))


def holds(page: Page, *wanted: str) -> None:
    """The form's own box comes to hold files of these names."""
    eventually(page, lambda: held(page), sorted(wanted))


def is_empty(page: Page) -> None:
    """The form that was opened anew brings back neither files nor words."""
    looked(page)
    assert (held(page), page.input_value("[name=title]")) == ([], "")


def keeps(page: Page) -> None:
    """What was typed outlives the page."""
    expect(page.locator("[data-save-state]")).to_contain_text("Đã giữ trên máy này")


@pytest.mark.parametrize("cut", ["before", "during", "after"])
def test_of_three_files_the_one_that_is_cut_off_waits_and_is_stored_once(
    phone: BrowserContext, wire: Wire, cut: str
) -> None:
    page = tab(phone, SEVERAL)
    page.fill("[name=title]", "Dứa")
    choose(page, pdf("một.pdf"), pdf("hai.pdf", 2), pdf("ba.pdf", 3))
    wire.cut = ["", cut]
    page.click(SEND)
    again = page.locator("[data-again]:visible")
    expect(again).to_have_count(1)
    expect(page.locator("[data-file-note]")).to_have_text("Có tệp chưa gửi được; các tệp khác đã gửi.")
    shows(page, ("một.pdf", "sent"), ("hai.pdf", "failed"), ("ba.pdf", "sent"))
    expect(page.locator(".file-line >> nth=1").locator("[data-said]")).to_have_text(LOST)
    expect(again).to_have_text("Gửi lại hai.pdf")
    assert len(filing.arrived) == (3 if cut == "after" else 2)
    again.click()
    page.wait_for_url("**/xong/")
    assert names() == ["ba.pdf", "hai.pdf", "một.pdf"]


def test_two_tabs_with_the_same_chosen_file_store_it_once(phone: BrowserContext, wire: Wire) -> None:
    first = tab(phone, SEVERAL)
    choose(first, pdf("một.pdf"))
    second = tab(phone, SEVERAL)
    expect(second.locator("[data-file-note]")).to_have_text("Tệp bạn đã chọn lần trước, chưa gửi.")
    for page in (first, second):
        page.fill("[name=title]", "Dứa")
        page.click(SEND)
        page.wait_for_url("**/xong/")
    assert names() == ["một.pdf"]
    assert held(tab(phone, SEVERAL)) == []  # `tab` waits for what would be kept


def test_other_words_beside_a_file_that_had_arrived_do_not_store_it_again(
    phone: BrowserContext, wire: Wire
) -> None:
    page = tab(phone, PLAIN)
    page.fill("[name=title]", "Giấy một")
    choose(page, pdf("một.pdf"))
    wire.cut = ["after"]
    page.click(SEND)
    expect(page.locator("[data-again]")).to_be_visible()
    page.fill("[name=title]", "Giấy hai")
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["một.pdf"]


def test_a_paper_on_a_kept_form_survives_a_reload_and_is_stored_once(
    phone: BrowserContext, wire: Wire
) -> None:
    page = tab(phone, KEPT)
    choose(page, pdf("một.pdf"))
    page.click(SEND)
    page.wait_for_selector(".error-summary")  # the title is missing
    holds(page, "một.pdf")
    expect(page.locator("[data-files-again]")).to_be_hidden()
    page.fill("[name=title]", "Giấy một")
    keeps(page)
    page.reload()
    expect(page.locator("[name=title]")).to_have_value("Giấy một")
    expect(page.locator(".file-line")).to_have_count(1)
    holds(page, "một.pdf")
    wire.cut = ["after"]
    page.click(SEND)
    expect(page.locator("[data-again]")).to_be_visible()
    assert names() == ["một.pdf"]
    page.locator("[data-again]").click()
    page.wait_for_url("**/xong/")
    with wire.lock:
        assert (names(), Operation.objects.count()) == (["một.pdf"], 1)
    page.goto(KEPT)
    is_empty(page)


def test_papers_on_a_kept_form_go_one_by_one_and_what_was_cut_off_is_stored_once(
    phone: BrowserContext, wire: Wire
) -> None:
    page = tab(phone, PAPERS)
    choose(page, pdf("một.pdf"), pdf("hai.pdf", 2), pdf("ba.pdf", 3))
    page.click(SEND)
    page.wait_for_selector(".error-summary")  # the title is missing
    holds(page, "ba.pdf", "hai.pdf", "một.pdf")
    page.fill("[name=title]", "Sổ ghi chép")
    keeps(page)
    wire.cut = ["", "after"]
    page.click(SEND)
    expect(page.locator("[data-again]:visible")).to_have_count(1)
    shows(page, ("một.pdf", "sent"), ("hai.pdf", "failed"), ("ba.pdf", "sent"))
    page.reload()
    expect(page.locator("[name=title]")).to_have_value("Sổ ghi chép")
    expect(page.locator(".file-line")).to_have_count(1)
    holds(page, "hai.pdf")
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["ba.pdf", "hai.pdf", "một.pdf"]
    assert filing.titles == ["Sổ ghi chép", "Sổ ghi chép (2)", "Sổ ghi chép (2)"]
    page.goto(PAPERS)
    is_empty(page)


def test_what_is_above_20_mb_is_said_not_to_be_kept_and_arrives_all_the_same(
    phone: BrowserContext, wire: Wire
) -> None:
    page = tab(phone, PAPERS)
    filling = b"%" + b"0" * 8_000_000 + b"\nstartxref"
    heavy = lambda name: file(name, corpus.pdf().replace(b"startxref", name.encode().join([b"%", filling])))
    choose(page, heavy("một.pdf"), heavy("hai.pdf"), heavy("ba.pdf"))
    expect(page.locator("[data-file-note]")).to_contain_text("Tệp chưa giữ được trên máy này")
    page.click(SEND)
    page.wait_for_selector(".error-summary")
    holds(page, "ba.pdf", "hai.pdf", "một.pdf")
    page.reload()
    expect(page.locator(".file-line")).to_have_count(2)  # of 24 MB
    holds(page, "hai.pdf", "một.pdf")
    page.fill("[name=title]", "Sổ")
    choose(page, heavy("ba.pdf"))
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["ba.pdf", "hai.pdf", "một.pdf"]


def test_what_is_too_large_or_of_another_kind_is_told_before_any_request(
    phone: BrowserContext, wire: Wire, settings: Any
) -> None:
    settings.DOCUMENTS_MAX_BYTES = 100_000
    page = tab(phone, PLAIN)
    page.fill("[name=title]", "Giấy")
    faults = page.locator("[data-fault]")
    choose(page, file("máy.exe", b"MZ" + b"\0" * 200_000))
    expect(faults).to_have_text(
        "Tệp “máy.exe” nặng quá mức cho phép. Mỗi tệp nặng tối đa 0,1 MB. "
        "Hãy chụp hoặc quét lại ở mức nhỏ hơn, hoặc tách thành nhiều tệp. "
        "Nội dung của tệp “máy.exe” là loại .exe, không nhận ở đây. "
        "Ở đây chỉ nhận: PDF, ảnh JPG, PNG hoặc WebP, Word (.docx), Excel (.xlsx), phim MP4. "
        "Hãy lưu nội dung sang một trong các loại đó rồi chọn lại."
    )
    page.click(SEND)
    expect(page.locator("[data-away]")).to_be_focused()
    choose(page, file("ảnh.pdf", corpus.picture("PNG")))
    expect(faults).to_contain_text("mang đuôi .pdf nhưng nội dung là .png")
    choose(page, file("phim.mov", b"\0\0\0\x14ftypqt  \0\0\0\0"))
    expect(faults).to_contain_text("Nội dung của tệp “phim.mov” là loại .mov, không nhận ở đây.")
    choose(page, file("trống.pdf", b""))
    expect(faults).to_contain_text("Tệp “trống.pdf” trống, không có nội dung.")
    choose(page, file("ảnh.jpg", corpus.heic()))
    expect(faults).to_contain_text("ở dạng HEIC của điện thoại")
    page.locator("h1").click()
    page.click(SEND)
    expect(page.locator("[data-away]")).to_be_focused()  # told, and so nothing is on its way
    assert (wire.posts, filing.arrived) == (0, [])
    page.locator("[data-away]").click()
    choose(page, pdf("một.pdf"))
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert (wire.posts, names()) == (1, ["một.pdf"])


def test_what_only_the_server_sees_is_told_beside_the_file_and_the_others_arrive(
    phone: BrowserContext, wire: Wire
) -> None:
    page = tab(phone, SEVERAL)
    page.fill("[name=title]", "Dứa")
    choose(page, file("mã.pdf", corpus.pdf_with_script()), pdf("hai.pdf"))
    page.click(SEND)
    expect(page.locator("[data-fault]:visible")).to_contain_text("Tệp PDF “mã.pdf” có chứa mã tự chạy.")
    shows(page, ("mã.pdf", "refused"), ("hai.pdf", "sent"))
    page.locator("[data-away]:visible").click()
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["hai.pdf"]


def test_a_browser_that_keeps_nothing_says_so_and_sends_all_the_same(
    phone: BrowserContext, wire: Wire
) -> None:
    phone.add_init_script(REFUSING)
    page = tab(phone, SEVERAL)
    choose(page, pdf("một.pdf"), pdf("hai.pdf"))
    expect(page.locator("[data-file-note]")).to_contain_text("Tệp chưa giữ được trên máy này")
    page.click(SEND)
    page.wait_for_selector(".error-summary")
    holds(page, "hai.pdf", "một.pdf")
    page.fill("[name=title]", "Dứa")
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["hai.pdf", "một.pdf"]


def photograph() -> bytes:
    """4,000 × 3,000, lying on its side; red above when it stands upright."""
    noise = Image.effect_noise((1000, 750), 60).resize((4000, 3000)).convert("RGB")
    noise.paste((200, 30, 30), (0, 0, 1000, 3000))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 29.0, 1.0)})
    out = io.BytesIO()
    noise.save(out, "JPEG", exif=exif, quality=92)
    return out.getvalue()


def test_a_photograph_arrives_upright_and_small_or_as_it_was_by_choice(
    phone: BrowserContext, wire: Wire
) -> None:
    original = photograph()
    page = tab(phone, PLAIN)
    page.fill("[name=title]", "Ảnh")
    choose(page, file("IMG_1.jpg", original))
    expect(page.locator("[data-said]")).to_contain_text("Đã thu nhỏ từ ")
    page.click(SEND)
    page.wait_for_url("**/xong/")
    ((name, content),) = filing.arrived
    picture = Image.open(io.BytesIO(content))
    assert (name, picture.size, len(content) < len(original)) == ("IMG_1.jpg", (1800, 2400), True)
    assert dict(picture.getexif()) == {}
    red, _green, blue = picture.getpixel((900, 100))  # type: ignore[misc]
    assert (red > 180, blue < 60) == (True, True)
    page.goto(PLAIN)
    page.fill("[name=title]", "Ảnh gốc")
    choose(page, file("IMG_1.jpg", original))
    page.get_by_label("Gửi ảnh gốc").check()
    expect(page.locator("[data-said]")).to_have_text("")
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert filing.arrived[1] == ("IMG_1.jpg", original)


def test_a_small_picture_and_a_paper_go_as_they_are(phone: BrowserContext, wire: Wire) -> None:
    small, page = corpus.picture(size=(60, 50), quality=40), tab(phone, SEVERAL)
    page.fill("[name=title]", "Dứa")
    choose(page, file("nhỏ.jpg", small), pdf("giấy.pdf", 3))
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert dict(filing.arrived) == {"nhỏ.jpg": small, "giấy.pdf": corpus.pdf(pages=3)}


def test_a_phone_offers_its_camera(phone: BrowserContext, wire: Wire) -> None:
    page = tab(phone, SEVERAL)
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Chụp ảnh").click()
    box = asked.value.element
    assert (box.get_attribute("capture"), box.get_attribute("accept")) == ("environment", "image/*")
    asked.value.set_files(file("image.jpg", corpus.picture()))  # type: ignore[arg-type]
    expect(page.locator(".file-line b")).to_have_text("image.jpg")
    holds(page, "image.jpg")


@pytest.mark.parametrize("width", [360, 820, 1280])
def test_long_names_and_words_fit(phone: BrowserContext, wire: Wire, width: int) -> None:
    page = tab(phone, SEVERAL)
    page.set_viewport_size({"width": width, "height": 740})
    long = "giấy-chứng-nhận-cơ-sở-đủ-điều-kiện-an-toàn-thực-phẩm-số-0123456789-năm-2026.pdf"
    choose(page, pdf(long), file("hỏng.exe", b"MZ"), pdf("hai.pdf"))
    page.fill("[name=title]", "Dứa")
    wire.cut = ["before"]
    page.click(SEND)
    expect(page.locator("[data-again]:visible")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_page_says_which_files_to_choose_again(opened: Browser, wire: Wire) -> None:
    filing.arrived.clear()
    context = opened.new_context(java_script_enabled=False, base_url=wire.site, locale="vi-VN")
    page = patient(context).new_page()
    page.goto(SEVERAL)
    page.set_input_files("[name=photos]", [pdf("một.pdf"), pdf("hai.pdf")])  # type: ignore[list-item]
    page.click(SEND)
    expect(page.locator(".error-summary")).to_contain_text("Tệp cần chọn lại: “một.pdf”, “hai.pdf”.")
    page.fill("[name=title]", "Dứa")
    page.set_input_files("[name=photos]", [pdf("một.pdf"), pdf("hai.pdf")])  # type: ignore[list-item]
    page.click(SEND)
    page.wait_for_url("**/xong/")
    assert names() == ["hai.pdf", "một.pdf"]
    context.close()
