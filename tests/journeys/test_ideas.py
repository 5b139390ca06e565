"""An idea on a phone, from the first word to the dossier; and a workbook of ideas."""

from __future__ import annotations

import io
from collections.abc import Callable

from openpyxl import Workbook

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.ideabox import HEADER
from tests.journeys.browser import DESKTOP, PHONE, TABLET, Tab

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
    lan.sees("Đã lưu lúc")
    lan.picture("y-tuong-viet")
    lan.page.reload()
    assert lan.page.input_value("main [name=material]") == "Dứa Queen trồng tại thôn Na Lốc"
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


def workbook(commune: str) -> dict[str, object]:
    """One idea in this commune, as an office would send it."""
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(["Nộm hoa chuối", "Hoa chuối rừng", "Lý Mẩy", commune])
    out = io.BytesIO()
    book.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "y-tuong.xlsx", "mimeType": kind, "buffer": out.getvalue()}


def test_a_workbook_comes_back_marked_and_a_clean_one_is_saved(tab: Opens) -> None:
    minh = tab("xa.banlau", TABLET)
    minh.open("/y-tuong/bang/")
    minh.picture("y-tuong-bang")
    minh.page.set_input_files("[name=file]", workbook("99999"))
    minh.upload("Kiểm tra bảng", "Bảng còn 1 dòng phải sửa.")
    minh.picture("y-tuong-bang-sai")
    with minh.page.expect_download() as got:
        minh.page.get_by_role("link", name="Tải bảng đã đánh dấu").click()
    assert got.value.suggested_filename == "y-tuong-da-danh-dau.xlsx"
    minh.open("/y-tuong/bang/")
    minh.page.set_input_files("[name=file]", workbook("02788"))
    minh.upload("Kiểm tra bảng", "Bảng đã sạch, chưa lưu")
    minh.picture("y-tuong-bang-dung")
    minh.press("Lưu 1 ý tưởng")
    minh.sees("1 ý tưởng đã lưu và gửi, chờ duyệt.")
    minh.picture("y-tuong-bang-luu")
    minh.open("/y-tuong/tiep-nhan/?q=nom+hoa+chuoi")
    minh.sees("Nộm hoa chuối")
