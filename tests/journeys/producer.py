"""A producer at the telephone: product, forms, self-assessment, handing in."""

from __future__ import annotations

import io

from PIL import Image

from ocop.casework.dossiers.rules.completeness import mandatory_kinds
from ocop.kernel.law import load_regulations
from ocop.outlets.demo.stage import REGULATION
from tests.journeys.browser import Tab
from tests.journeys.choices import words

FRESH_FRUIT, LEAF = 1, "I.1.a"


def photograph() -> dict[str, object]:
    """A picture as a telephone would send it."""
    out = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#e3b341").save(out, "JPEG", quality=80)
    return {"name": "dua.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def scan() -> dict[str, object]:
    """A paper as PDF."""
    out = io.BytesIO()
    Image.new("RGB", (800, 1100), "white").save(out, "PDF")
    return {"name": "giay.pdf", "mimeType": "application/pdf", "buffer": out.getvalue()}


def register_product(lan: Tab, name: str) -> None:
    """Finds the kind of product by its everyday name, names it, adds a photograph and a description."""
    lan.open("/san-pham-cua-toi/moi/")
    lan.page.fill("[name=q]", "dua")
    lan.press("Tìm")
    lan.picture("chu-the-chon-nhom")
    lan.page.locator(f"main a[href$='/{LEAF}/']").click()
    lan.sees("Bộ 1")
    lan.fill(name=name, net_content="Thùng 10 kg")
    lan.press("Ghi sản phẩm")
    lan.page.set_input_files("[name=photos]", photograph())
    lan.upload("Gửi ảnh", "Đã thêm 1 ảnh.")
    lan.picture("chu-the-anh-san-pham")
    lan.follow("Xong")
    lan.picture("chu-the-san-pham")
    product = lan.page.url
    lan.open(f"{product}sua/mo-ta/")
    lan.fill(description="Dứa chín cây, thịt vàng, ngọt đậm.", packaging="Thùng giấy có lỗ thoáng.")
    lan.press("Lưu")
    lan.open(f"{product}sua/cau-chuyen/")
    lan.fill(story="Ông bà trồng dứa trên đồi Na Nhung từ năm 1968; mầm giống ủ trong tro bếp qua mùa rét.")
    lan.press("Lưu")
    lan.open(product)


def open_dossier(lan: Tab) -> str:
    """From the product's page; the address of the dossier."""
    lan.follow("Mở hồ sơ đánh giá")
    lan.press("Mở hồ sơ")
    lan.picture("chu-the-viec-can-lam")
    return lan.page.url


def write_forms(lan: Tab, dossier: str) -> None:
    """Forms 01 and 02 without the score, samples, the mandatory papers."""
    steps = {
        "phieu-dang-ky": {
            "contact_name": "Mẫu Thị Lan",
            "contact_title": "Giám đốc",
            "contact_phone": "0900 000 101",
        },
        "thong-tin-chung": {"has_story": True},
        "ket-qua": {
            "business_results_materials": "Vùng dứa 30 ha của 23 hộ trong xã.",
            "business_results_quality": "Chọn quả đều, dán tem từng thùng.",
            "business_results_markets": "Chợ trong tỉnh và ba cửa hàng ở Hà Nội.",
            "business_results_figures": "Năm 2025 bán 120 tấn, doanh thu 960 triệu đồng.",
        },
        "ke-hoach": {"production_plan": "Thêm 5 ha dứa rải vụ, đóng thùng tại xã."},
        "mau-san-pham": {"samples_offered": "5"},
    }
    for word, fields in steps.items():
        lan.open(f"{dossier}{word}/")
        lan.fill(**fields)
        lan.picture(f"chu-the-{word}")
        lan.press("Lưu và sang mục sau")
    for number, kind in enumerate(mandatory_kinds(load_regulations()[REGULATION], FRESH_FRUIT), start=1):
        lan.open(f"{dossier}minh-chung/them/?loai={kind}")
        lan.page.set_input_files("[name=file]", scan())
        lan.fill(title=f"Giấy số {number}", issuer="Cơ quan cấp (minh hoạ)", issued_on="1/3/2026")
        lan.picture("chu-the-them-giay-to")
        lan.upload("Tải lên", "Đã thêm giấy tờ vào hồ sơ.")
    lan.picture("chu-the-minh-chung")


def assess(lan: Tab, dossier: str) -> None:
    """One criterion a page, as the pages lead from one to the next; the points stand beside."""
    lan.open(f"{dossier}tu-danh-gia/")
    lan.follow("Làm tiếp tiêu chí chưa trả lời")
    choices = words(FRESH_FRUIT, points=75, stars=4)
    for place, (code, value) in enumerate(choices.items()):
        assert lan.page.url.endswith(f"/tu-danh-gia/{code}/")
        lan.choose("choice", value)
        if place == 2:
            lan.picture("chu-the-tieu-chi")
        lan.press("Lưu")
    lan.open(f"{dossier}tu-danh-gia/")
    assert lan.says(".score-total dd") == "75"
    lan.picture("chu-the-tu-danh-gia")


def submit(lan: Tab, dossier: str) -> str:
    """Declares and hands in; the code of the receipt."""
    lan.open(f"{dossier}nop/")
    lan.fill(declared_true=True)
    lan.picture("chu-the-nop")
    lan.press("Nộp hồ sơ")
    lan.sees("Chưa có giấy tờ nào gắn với")
    lan.fill(confirmed=True)
    lan.picture("chu-the-nop-hoi-lai")
    lan.press("Nộp hồ sơ")
    lan.picture("chu-the-bien-nhan")
    return lan.says(".receipt-code")
