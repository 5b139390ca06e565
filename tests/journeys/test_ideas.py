"""An idea on a phone, from the first word to the dossier."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys.browser import DESKTOP, PHONE, Tab

pytestmark = needs_chromium

Opens = Callable[..., Tab]
NAME = "Dứa quả ngâm"


def test_an_idea_on_a_phone_is_approved_and_becomes_a_dossier(tab: Opens) -> None:
    lan = tab("chuthe1", PHONE)
    lan.open("/y-tuong/")
    lan.picture("y-tuong-cua-toi")
    lan.follow("Đăng ký ý tưởng")
    lan.page.locator("main [name=name]").press_sequentially(NAME)
    lan.sees("Đã có sản phẩm hoặc ý tưởng gần giống")  # her own fresh pineapple: a warning, no bar
    lan.picture("y-tuong-moi")
    lan.press("Viết tiếp")
    lan.fill(material="Dứa Queen trồng tại thôn Na Lốc")
    lan.sent()
    lan.sees("Đã lưu lúc")
    lan.picture("y-tuong-viet")
    lan.page.reload()
    expect(lan.page.locator("main [name=material]")).to_have_value("Dứa Queen trồng tại thôn Na Lốc")
    lan.press("Xem lại và gửi")
    lan.picture("y-tuong-gui")
    lan.press("Gửi ý tưởng")
    lan.sees("Đã gửi, chờ duyệt")
    idea = lan.page.url

    minh = tab("xa.banlau", DESKTOP)
    minh.open("/viec/")
    minh.sees("Ý tưởng chờ duyệt")
    minh.open("/y-tuong/tiep-nhan/?q=dua+qua+ngam")
    minh.picture("y-tuong-tiep-nhan")
    minh.follow(NAME)
    minh.picture("y-tuong-trang")
    minh.follow("Duyệt ý tưởng")
    minh.picture("y-tuong-duyet")
    minh.press("Duyệt ý tưởng")
    minh.sees("Đã duyệt; người có ý tưởng được báo.")

    lan.open(idea)
    lan.picture("y-tuong-da-duyet")
    lan.follow("Làm hồ sơ từ ý tưởng")
    lan.page.select_option("[name=leaf]", "I.3.c")
    lan.picture("y-tuong-ho-so")
    lan.press("Mở hồ sơ")
    lan.sees("Đã mở hồ sơ từ ý tưởng.")
    assert lan.says("h1") == NAME
    lan.sees("Làm từ ý tưởng")
    lan.page.locator("main a", has_text=NAME).click()
    lan.sees(f"Hồ sơ “{NAME}” làm từ ý tưởng này")
