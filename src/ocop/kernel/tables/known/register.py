"""The register of recognised products of the years before: what, whose, how many stars, by which decision."""

from __future__ import annotations

import re

from ocop.kernel.codes import CodeError, ProductCode
from ocop.kernel.tables.kinds import Field, Kind, Reading, ReadRow, RowFault, Wrong
from ocop.kernel.tables.known.ideas import PLACE
from ocop.kernel.text import fold

MOST_PRODUCTS = 20_000
_CODE_OF_FIVE = re.compile(r"\d{2}-\d{3}-\d{5}-\d{1,6}-\d{4}")
_LEVELS = (
    ("ministry", re.compile(r"\b(?:bo nong nghiep|bo nn|trung uong|bo truong|ministry)\b|^bo$|^tw$")),
    ("province", re.compile(r"\b(?:tinh|thanh pho truc thuoc|province|so nong nghiep)\b")),
    ("district", re.compile(r"\b(?:huyen|thi xa|thanh pho|quan|district|tx|tp|h)\b")),
    ("commune", re.compile(r"\b(?:xa|phuong|thi tran|commune)\b")),
)
_STARS = {"ministry": {5}, "province": {3, 4}, "district": {3}}


def level_of(authority: str) -> str:
    """The level of an authority by its name; "" where the name does not say."""
    folded = fold(authority)
    return next((level for level, words in _LEVELS if words.search(folded)), "")


def settle_product(row: ReadRow) -> list[RowFault]:
    """Stars that the authority could give, days in their order, a code that is one."""
    faults: list[RowFault] = []
    stars, level = row.values.get("stars"), level_of(row.text("authority"))
    if stars is None or not 1 <= stars <= 5:
        faults.append(RowFault("stars", Wrong.STARS_MISSING, row.text("stars"), row.number))
    elif stars >= 3 and level and stars not in _STARS.get(level, set()):
        faults.append(RowFault("stars", Wrong.STAR_NOT_OF_AUTHORITY, row.text("authority"), row.number))
    first, last = row.day("valid_from") or row.day("decided_on"), row.day("valid_until")
    if first and last and last < first:
        faults.append(RowFault("valid_until", Wrong.UNTIL_BEFORE_FROM, row.text("valid_until"), row.number))
    if code := row.text("product_code"):
        tidy = re.sub(r"\s*[-–—]\s*", "-", code.strip().rstrip("."))
        try:
            row.values["product_code"] = tidy
            if not _CODE_OF_FIVE.fullmatch(tidy):
                ProductCode.parse(tidy)
        except CodeError:
            faults.append(RowFault("product_code", Wrong.CODE_MALFORMED, code, row.number))
    return faults


REGISTER = Kind(
    "register",
    (
        Field(
            "name",
            (
                "Tên sản phẩm",
                "Sản phẩm",
                "Tên SP",
                "Tên sản phẩm OCOP",
                "Sản phẩm OCOP",
                "Tên sản phẩm, dịch vụ",
                "Product",
            ),
            is_required=True,
        ),
        Field(
            "holder",
            (
                "Chủ thể",
                "Tên chủ thể",
                "Chủ thể sản xuất",
                "Chủ thể OCOP",
                "Cơ sở sản xuất",
                "Tên chủ thể sản xuất",
                "Đơn vị sản xuất",
                "Tên cơ sở",
                "Chủ thể sản phẩm",
                "Tên cơ sở sản xuất",
                "Holder",
                "Producer",
            ),
        ),
        Field(
            "stars",
            (
                "Hạng sao",
                "Số sao",
                "Hạng",
                "Sao",
                "Xếp hạng",
                "Phân hạng",
                "Kết quả phân hạng",
                "Hạng sao OCOP",
                "Đạt sao",
                "Phân hạng sao",
                "Kết quả xếp hạng",
                "Stars",
                "Star",
                "Hạng sao được công nhận",
            ),
            is_required=True,
            reading=Reading.WHOLE,
            longest=40,
            by_group=True,
        ),
        Field(
            "authority",
            (
                "Cơ quan công nhận",
                "Cơ quan ban hành",
                "Cấp công nhận",
                "Đơn vị công nhận",
                "Cơ quan ký",
                "Cơ quan cấp",
                "Authority",
                "Cơ quan quyết định",
                "Thẩm quyền",
            ),
        ),
        Field(
            "decision_no",
            (
                "Số quyết định",
                "Quyết định",
                "Quyết định công nhận",
                "Số QĐ",
                "Quyết định số",
                "QĐ công nhận",
                "Decision number",
                "Số, ký hiệu quyết định",
                "Số quyết định công nhận",
                "Decision no",
            ),
        ),
        Field(
            "decided_on",
            (
                "Ngày quyết định",
                "Ngày ban hành",
                "Ngày ký",
                "Ngày công nhận",
                "Ngày QĐ",
                "Ngày ra quyết định",
                "Ngày tháng quyết định",
                "Decision date",
                "Decided on",
                "Ngày, tháng, năm",
            ),
            reading=Reading.DAY,
        ),
        Field(
            "valid_from",
            (
                "Có giá trị từ ngày",
                "Hiệu lực từ",
                "Từ ngày",
                "Ngày hiệu lực",
                "Có hiệu lực từ",
                "Valid from",
                "Ngày cấp",
                "Hiệu lực từ ngày",
            ),
            reading=Reading.DAY,
        ),
        Field(
            "valid_until",
            (
                "Có giá trị đến ngày",
                "Hiệu lực đến",
                "Đến ngày",
                "Ngày hết hạn",
                "Hết hạn",
                "Thời hạn đến",
                "Ngày hết hiệu lực",
                "Valid until",
                "Hiệu lực đến ngày",
            ),
            reading=Reading.DAY,
        ),
        Field(
            "product_code",
            ("Mã sản phẩm", "Mã số sản phẩm", "Mã số", "Mã SP", "Mã OCOP", "Product code"),
            longest=60,
        ),
        Field("place", PLACE.titles, reading=Reading.PLACE, longest=200, by_group=True),
        Field(
            "set",
            ("Bộ sản phẩm", "Nhóm sản phẩm", "Ngành hàng", "Nhóm ngành", "Phân nhóm", "Nhóm", "Set", "Ngành"),
        ),
        Field(
            "holder_form", ("Loại hình", "Loại hình chủ thể", "Loại hình tổ chức", "Hình thức", "Legal form")
        ),
        Field(
            "registration_no",
            (
                "Mã số đăng ký kinh doanh",
                "Mã số thuế",
                "Số ĐKKD",
                "MST",
                "Mã số doanh nghiệp",
                "Số đăng ký kinh doanh",
                "Registration no",
            ),
            longest=40,
        ),
        Field(
            "phone",
            ("Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Phone", "Liên hệ"),
            reading=Reading.PHONE,
            longest=60,
        ),
    ),
    check=settle_product,
    twin=("name", "holder", "product_code", "decision_no"),
    most_rows=MOST_PRODUCTS,
)
