"""The register of recognised products of the years before: what, whose, how many stars, by which decision."""

from __future__ import annotations

import re
from datetime import date

from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.calendar.periods import period_start
from ocop.kernel.codes import CodeError, ProductCode
from ocop.kernel.law.authorities import Giving, Why, could_give
from ocop.kernel.law.in_force import CERTIFICATE_TERM, legal_period
from ocop.kernel.tables.kinds import Doubt, Doubtful, Field, Kind, Reading, ReadRow, RowFault, Wrong
from ocop.kernel.tables.known.ideas import PLACE
from ocop.kernel.text import fold

MOST_PRODUCTS = 20_000
UNTIL_UNKNOWN = "until_unknown"
"""Neither a day nor a term is printed: what holds today is not known."""
_OF_THE_CENTRE = "thanh pho (?:ha noi|hai phong|hue|da nang|can tho|ho chi minh)"
_LEVELS = (
    ("ministry", re.compile(r"\b(?:bo nong nghiep|bo nn|trung uong|bo truong|ministry|tw)\b|^bo$")),
    ("province", re.compile(rf"\b(?:tinh|thanh pho truc thuoc|{_OF_THE_CENTRE}|province|so nong nghiep)\b")),
    ("district", re.compile(r"\b(?:huyen|thi xa|thanh pho|quan|district|tx|tp|h)\b")),
    ("commune", re.compile(r"\b(?:(?<!thi )xa|phuong|thi tran|commune)\b")),
)


def level_of(authority: str) -> str:
    """The level of an authority by its name; "" where the name does not say. What is named first counts:
    "UBND huyện Bảo Thắng, tỉnh Lào Cai" is a district.
    """
    folded = fold(authority)
    found = [(match.start(), place, level) for place, (level, words) in enumerate(_LEVELS)
             if (match := words.search(folded))]  # fmt: skip
    return min(found)[2] if found else ""


def given_on(row: ReadRow) -> date | None:
    """The day on which the stars were given, as printed: that of the decision, else the first of the term."""
    return row.day("decided_on") or (row.day("valid_from") if row.text("valid_from") else None)


def settle_product(row: ReadRow) -> list[RowFault]:
    """Stars that the authority could give on that day, days in their order, a code that is one.

    A term of which one end is printed gets the other by the law in force then.
    """
    faults: list[RowFault] = []
    if not row.text("holder"):
        faults.append(RowFault("holder", Wrong.NO_LETTER, "", row.number))
    stars, authority = row.values.get("stars"), row.text("authority")
    if stars is None or not 3 <= stars <= 5:
        faults.append(RowFault("stars", Wrong.STARS_MISSING, row.text("stars"), row.number))
    elif could_give(stars, level_of(authority), given_on(row)).giving is Giving.REFUSED:
        faults.append(RowFault("stars", Wrong.STAR_NOT_OF_AUTHORITY, authority, row.number))
    if code := row.text("product_code"):
        try:
            row.values["product_code"] = str(ProductCode.parse(code))
        except CodeError:
            faults.append(RowFault("product_code", Wrong.CODE_MALFORMED, code, row.number))
    first, last = row.day("valid_from") or row.day("decided_on"), row.day("valid_until")
    if first and last and last < first:
        faults.append(RowFault("valid_until", Wrong.UNTIL_BEFORE_FROM, row.text("valid_until"), row.number))
    else:
        _settle_term(row, first, last)
    return faults


def _settle_term(row: ReadRow, first: date | None, last: date | None) -> None:
    try:
        if first and not last:
            last = certificate_expiry(first)
        elif last and not first:
            first = period_start(last, legal_period(CERTIFICATE_TERM, last))
    except OverflowError:  # at the end of the calendar: the printed end stands alone
        first = last = None
    row.values.update(valid_from=first, valid_until=last)


def doubt_product(row: ReadRow) -> list[Doubtful]:
    """An authority that may not have had the right; an end of the term that was computed."""
    found = []
    told = could_give(row.values["stars"], level_of(row.text("authority")), given_on(row))
    if told.giving is Giving.DOUBTFUL:
        why = UNTIL_UNKNOWN if told.why is Why.DAY_UNKNOWN and not row.day("valid_until") else str(told.why)
        found.append(Doubtful(row.number, Doubt.AUTHORITY, "authority", why))
    if row.values.get("valid_until") and not row.text("valid_until"):
        found.append(Doubtful(row.number, Doubt.TERM, "valid_until", "until"))
    elif row.values.get("valid_from") and not (row.text("valid_from") or row.text("decided_on")):
        found.append(Doubtful(row.number, Doubt.TERM, "valid_from", "from"))
    return found


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
            longest=200,
            lacking=Wrong.NO_LETTER,
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
            longest=200,
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
            lacking=Wrong.STARS_MISSING,
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
            longest=200,
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
            longest=80,
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
    doubt=doubt_product,
    twin=("name", "holder", "product_code", "decision_no"),
    most_rows=MOST_PRODUCTS,
)
