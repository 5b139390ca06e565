"""Five people and the public side on a telephone: a shopper in a market, a tourist before a weekend, a shop's
buyer, a producer who keeps her own site, an officer who looks at listings.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pypdf
from playwright.sync_api import Browser, expect

from ocop.foundation.ui.tests.browsing import eventually, needs_chromium
from tests.journeys.browser import PHONE, Tab
from tests.journeys.producer import photograph

pytestmark = needs_chromium

Opens = Callable[..., Tab]
TEA = "Chè Shan Cao Nguyên"
COOPERATIVE = "Hợp tác xã Mẫu Chè Cao Nguyên"
ROUTE = "Một ngày ở đồi dứa"
UNSEEN = "[...document.images].filter((one) => !one.complete || !one.naturalWidth).length"
OVERFLOWING = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def find_tea(buyer: Tab) -> str:
    """By its name without accents; the address of its page."""
    buyer.open("/san-pham/?q=che+shan")
    buyer.follow(TEA)
    return urlsplit(buyer.page.url).path


def links(tab: Tab, start: str) -> list[str]:
    """Where links of the page lead that begin so."""
    found = tab.page.locator(f"main a[href^='{start}']").evaluate_all("all => all.map((one) => one.href)")
    return [str(one) for one in found]


def test_a_shopper_checks_a_label_calls_and_reports(tab: Opens) -> None:
    shopper = tab(size=PHONE)
    find_tea(shopper)
    shopper.follow("Xem giấy chứng nhận")
    code = shopper.page.url.rstrip("/").rpartition("/")[2]
    assert shopper.open(f"/V/{code}") == 200  # what the QR code on the pack says
    shopper.sees("Còn hiệu lực")
    shopper.picture("cho-1-xac-minh")
    shopper.follow("Xem câu chuyện sản phẩm")
    assert shopper.says().startswith(TEA)
    assert [one for one in links(shopper, "tel:") if re.fullmatch(r"tel:0\d{9}", one)]
    shopper.picture("cho-2-san-pham")
    shopper.page.go_back()
    shopper.follow("Thấy tem dùng sai?")
    shopper.choose("kind", "other_product")
    shopper.fill(seen_at="Chợ Cốc Lếu, sạp 12")
    shopper.picture("cho-3-phan-anh")
    shopper.press("Gửi phản ánh")
    shopper.sees("Ghi lại mã này để xem kết quả:")
    assert shopper.says(".lead .code")
    assert shopper.context.cookies() == []


def test_a_tourist_plans_a_day_and_prints_it(tab: Opens) -> None:
    tourist = tab(size=PHONE)
    tourist.open("/ban-do/")
    tourist.page.select_option("[name=loai]", "du-lich")
    tourist.page.select_option("[name=mua]", "6")
    tourist.press("Lọc")
    names = tourist.page.locator("#du-lich li a").all_inner_texts()
    assert sorted(names) == ["Homestay Mẫu Đồi Dứa (minh hoạ)", "Thôn Mẫu Nà Lốc (minh hoạ)"]
    tourist.picture("du-lich-1-ban-do")
    tourist.follow("Homestay Mẫu Đồi Dứa")
    tourist.sees("Tháng đón khách")
    assert links(tourist, "tel:") == ["tel:0900000998"]
    tourist.picture("du-lich-2-nha-dan")
    tourist.follow(ROUTE)
    assert tourist.page.locator(".travel-stop").count() == 5
    tourist.picture("du-lich-3-tuyen")
    sheet = tourist.page.get_by_role("link", name="In một tờ A4").get_attribute("href")
    answer = tourist.context.request.get(sheet)
    pages = pypdf.PdfReader(io.BytesIO(answer.body())).pages
    assert [[round(side) for side in one.mediabox[2:]] for one in pages] == [[595, 842]]
    assert ROUTE in pages[0].extract_text()
    assert tourist.context.cookies() == []


def test_a_buyer_finds_takes_the_feed_asks_and_is_answered(tab: Opens) -> None:
    buyer = tab(size=PHONE)
    buyer.open("/san-pham/")
    buyer.page.click("summary")
    stars = buyer.page.locator("[name=sao] option[value='3']").inner_text()
    buyer.page.select_option("[name=sao]", "3")
    buyer.press("Tìm")
    count = int(buyer.says(".list-count b"))
    assert (f"({count})" in stars, buyer.page.locator(".product-card").count()) == (True, count)
    buyer.open("/san-pham/")
    buyer.fill(q="chè cao nguyn")  # a letter is missing
    buyer.press("Tìm")
    buyer.sees("Đây là kết quả của")
    buyer.picture("mua-si-1-tim")
    buyer.follow(TEA)
    product = urlsplit(buyer.page.url).path
    buyer.follow(COOPERATIVE)
    feed = buyer.page.get_by_role("link", name="CSV").get_attribute("href")
    rows = list(csv.DictReader(io.StringIO(buyer.context.request.get(feed).body().decode("utf-8-sig"))))
    assert [one for one in rows if TEA in "".join(one.values())]
    buyer.open(product)
    buyer.follow("Hỏi chủ thể")
    buyer.fill(text="Lấy 200 hộp một tháng thì giá bao nhiêu?")
    buyer.picture("mua-si-2-hoi")
    buyer.press("Gửi câu hỏi")
    buyer.sees("Chưa trả lời.")
    assert buyer.context.cookies() == []

    mai = tab("chuthe2", PHONE)
    mai.open("/hoi-dap/")
    mai.follow("Lấy 200 hộp")
    mai.page.get_by_role("link", name="Trả lời").click()
    mai.page.locator("[name=answer]").fill("Từ 200 hộp: 220.000 đồng một hộp, giao tận nơi.")
    mai.page.get_by_role("button", name="Trả lời").click()
    mai.sees("Đã trả lời.")
    buyer.page.reload()
    buyer.sees("220.000 đồng một hộp")
    buyer.picture("mua-si-3-tra-loi")


def act(person: Tab, label: str, said: str) -> None:
    """Follows the button of an act and says yes, in the dialog or on a page of its own."""
    person.page.locator("main").get_by_role("link", name=label, exact=True).first.click()
    person.page.get_by_role("button", name=label, exact=True).locator("visible=true").first.click()
    person.sees(said)


def test_a_producer_keeps_her_own_site(tab: Opens, browser: Browser, tmp_path: Path) -> None:
    lan, shopper = tab("chuthe1", PHONE), tab(size=PHONE)
    lan.open("/trang-web/hop-tac-xa-mau-na-loc/")
    act(lan, "Làm trang web", "Trang công khai")
    site = lan.page.url
    public = f"/chu-the/{urlsplit(site).path.split('/')[2]}/"
    lan.follow("Sửa chữ và kiểu trang")
    lan.fill(tagline="Dứa từ đồi Na Nhung", story="Ba đời trồng dứa.", hours="7 giờ đến 17 giờ")
    lan.choose("look", "leaf")
    lan.picture("trang-1-viet")
    lan.press("Lưu")
    lan.follow("Thêm ảnh")
    lan.page.set_input_files("[name=photos]", photograph())
    lan.fill(caption="Đồi dứa")
    lan.upload("Thêm ảnh", "Đã thêm ảnh.")
    lan.open(site)
    lan.follow("Xem trước")
    lan.sees("Xem trước: chỉ bạn và cán bộ phụ trách thấy.")
    lan.sees("Dứa từ đồi Na Nhung")
    lan.picture("trang-2-xem-truoc")
    shopper.open(public)
    assert "Dứa từ đồi Na Nhung" not in shopper.says("body")

    lan.open(site)
    act(lan, "Cho mọi người xem", "Trang đã hiện với mọi người.")
    shopper.page.reload()
    assert shopper.says(".tagline") == "Dứa từ đồi Na Nhung"
    shopper.picture("trang-3-cong-khai")
    opens_without_the_server(browser, lan, tmp_path)

    act(lan, "Gỡ trang", "Đã gỡ trang.")
    shopper.page.reload()
    assert "Dứa từ đồi Na Nhung" not in shopper.says("body")
    assert shopper.context.cookies() == []


def opens_without_the_server(browser: Browser, lan: Tab, folder: Path) -> None:
    """The files that the producer takes away, from a folder and without network: every picture and style is
    there, the other language too, and no way to reach anybody.
    """
    address = lan.page.get_by_role("link", name="Tải trang về (zip)").get_attribute("href")
    answer = lan.context.request.get(str(address))
    zipfile.ZipFile(io.BytesIO(answer.body())).extractall(folder)
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, offline=True)
    page, failed = context.new_page(), []
    page.on("requestfailed", lambda asked: failed.append(asked.url))
    for name, language in (("index.html", "vi"), ("en.html", "en")):
        page.goto((folder / name).as_uri())
        expect(page.locator(".tagline")).to_have_text("Dứa từ đồi Na Nhung")
        assert page.evaluate("document.documentElement.lang") == language
        page.locator("img").evaluate_all("all => all.forEach((one) => { one.loading = 'eager' })")
        eventually(page, lambda: page.evaluate(UNSEEN), 0)
        assert page.evaluate(OVERFLOWING) <= 0
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert page.locator("a[href^='tel:'], a[href^='mailto:']").count() == 0
    page.click("footer a[lang]")
    page.wait_for_url("**/index.html")
    assert failed == []
    context.close()


def test_an_officer_looks_at_listings(tab: Opens) -> None:
    phuc, shopper = tab("tinh", PHONE), tab(size=PHONE)
    find_tea(shopper)
    offered = shopper.page.get_by_role("link", name="Mua ở Postmart")
    expect(offered).to_have_count(1)
    for seen, there in (("gone", 0), ("sells", 1)):
        phuc.open("/gian-hang/")
        phuc.picture("gian-hang-1")
        phuc.page.locator("main a[href$='/da-xem/']").first.click()
        phuc.choose("seen", seen)
        phuc.press("Ghi đã xem gian hàng")
        phuc.sees("Đã ghi kết quả xem gian hàng.")
        shopper.page.reload()  # what lies in a cache may stay for a minute
        expect(offered).to_have_count(there)
