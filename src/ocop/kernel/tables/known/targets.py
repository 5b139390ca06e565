"""Targets of a yearly plan: what, in which unit, how much, at least or exactly."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ocop.kernel.tables.kinds import Field, Kind, ReadRow, RowFault, Wrong
from ocop.kernel.tables.values import read_amount
from ocop.kernel.text import fold

MOST_TARGETS = 500
LONGEST_KEY = 40
MOST_DECIMALS = 4
LARGEST = Decimal(10) ** 12
AT_LEAST, EXACTLY, ALL_DUE, UNSET = "at_least", "exactly", "all_due", "unset"

BOUNDS = {
    AT_LEAST: (
        "có",
        "yes",
        "x",
        "trở lên",
        "tối thiểu",
        "≥",
        ">=",
        "từ",
        "ít nhất",
        "không dưới",
        "từ … trở lên",
        "từ ... trở lên",
        "trên",
        "từ trở lên",
    ),
    EXACTLY: ("không", "no", "đúng", "=", "bằng", "đúng số này"),
    ALL_DUE: ("tất cả", "toàn bộ", "all", "all due", "tất cả trường hợp đến hạn", "tất cả đến hạn"),
}
_SIGNS = {"≥": AT_LEAST, ">=": AT_LEAST, ">": AT_LEAST, "=": EXACTLY}
_KEY = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
Say = Callable[[str, Wrong, str], None]
_NOTHING = {"", "-", "–", "—", "…", "..."}


def settle_target(row: ReadRow) -> list[RowFault]:
    """Number, unit and bound together: "85,5 %" says its unit, "≥ 200" its bound."""
    faults: list[RowFault] = []

    def fault(where: str, wrong: Wrong, value: str) -> None:
        faults.append(RowFault(where, wrong, value, row.number))

    value, unit, bound = _number(row, fault)
    own = _bound(row, fault)
    if own == ALL_DUE:
        if value is not None and not (value == 100 and unit.startswith("%")):
            fault("at_least", Wrong.BOUND_UNKNOWN, row.text("at_least"))
        value, bound = None, ALL_DUE
    elif own:
        bound = own
    if bound in {AT_LEAST, EXACTLY} and value is None and not faults:
        fault("at_least", Wrong.BOUND_WITHOUT_NUMBER, row.text("at_least"))
    bound = bound or (EXACTLY if value is not None else UNSET)
    if not unit:
        fault("unit", Wrong.CELL_EMPTY, "Đơn vị tính")
    key = row.text("key").lower()
    if key and (not _KEY.fullmatch(key) or len(key) > LONGEST_KEY):
        fault("key", Wrong.KEY_MALFORMED, row.text("key"))
    row.values.update(value=value, unit=unit, bound=bound, key=key)
    return faults


def _number(row: ReadRow, fault: Say) -> tuple[Decimal | None, str, str]:
    """The number, its unit, and what its own words say of the bound."""
    text, unit = row.text("value"), row.text("unit")
    if text in _NOTHING:
        return None, unit, ""
    amount = row.values.get("value") if isinstance(row.values.get("value"), tuple) else read_amount(text)
    if amount is None:
        if fold(text) in {fold(word) for word in BOUNDS[ALL_DUE]}:
            return None, unit, ALL_DUE
        doubtful = re.fullmatch(r"\D*[1-9]\d{0,2},\d{3}\D*", text)
        fault("value", Wrong.NUMBER_DOUBTFUL if doubtful else Wrong.NO_NUMBER, text)
        return None, unit, ""
    value, is_least, own_unit = amount
    if value <= 0:
        fault("value", Wrong.NOT_POSITIVE, text)
    elif value >= LARGEST or value != round(value, MOST_DECIMALS):
        fault("value", Wrong.NO_NUMBER, text)
    own, other = f" {fold_unit(own_unit)} ", f" {fold_unit(unit)} "
    if own_unit and unit and own not in other and other not in own:
        fault("value", Wrong.UNIT_DIFFERS, f"{text} – {unit}")
    elif own_unit and own not in other:
        unit = own_unit  # "12,5 tỷ đồng" beside "đồng"
    return value, unit, AT_LEAST if is_least else ""


def fold_unit(unit: str) -> str:
    """A unit as it is compared; percent by its sign."""
    return fold(unit.replace("%", " phan tram "))


def _bound(row: ReadRow, fault: Say) -> str:
    text = row.text("at_least")
    if text in _NOTHING:
        return ""
    if text in _SIGNS:
        return _SIGNS[text]
    folded = fold(text)
    if text.startswith("100%") or f"{folded} ".startswith(("all ", "tat ca ", "toan bo ")):
        return ALL_DUE
    for bound, words in BOUNDS.items():
        if folded and folded in {fold(word) for word in words}:
            return bound
    fault("at_least", Wrong.BOUND_UNKNOWN, text)
    return ""


TARGETS = Kind(
    "targets",
    (
        Field("key", ("Khoá", "Khóa", "Mã", "Mã chỉ tiêu"), longest=80),
        Field(
            "text",
            (
                "Chỉ tiêu",
                "Tên chỉ tiêu",
                "Nội dung",
                "Nội dung chỉ tiêu",
                "Mục tiêu",
                "Nội dung, chỉ tiêu",
                "Target",
                "Nhiệm vụ, chỉ tiêu",
                "Các chỉ tiêu",
                "Chỉ tiêu, nhiệm vụ",
                "Tên chỉ tiêu, nhiệm vụ",
                "Chỉ tiêu chủ yếu",
            ),
            is_required=True,
            longest=300,
        ),
        Field("unit", ("Đơn vị tính", "ĐVT", "Đơn vị", "Unit", "Đ/v tính", "ĐV tính"), longest=40),
        Field(
            "value",
            (
                "Số",
                "Số lượng",
                "Kế hoạch",
                "Giá trị",
                "Kế hoạch năm",
                "Chỉ tiêu năm",
                "Mục tiêu năm",
                "Kế hoạch giao",
                "Chỉ tiêu",
                "Chỉ tiêu giao",
                "Kế hoạch (KH)",
                "KH",
                "Số lượng kế hoạch",
                "Value",
                "Mục tiêu",
                "Kế hoạch thực hiện",
                "Chỉ tiêu kế hoạch",
                "KH năm",
            ),
            longest=80,
            never=("thuc hien", "ket qua", "uoc", "dat", "da", "so voi", "tang", "giam", "von", "kinh phi"),
        ),
        Field("at_least", ("Mức", "Tối thiểu", "At least", "Loại mức", "Mức yêu cầu"), longest=60),
        Field("counted_from", ("Cách đếm", "Đếm từ", "Counted from", "Cách tính"), longest=300),
        Field("note", ("Ghi chú", "Note", "Diễn giải"), longest=1000),
    ),
    anchor="text",
    check=settle_target,
    twin=("text", "unit"),
    most_rows=MOST_TARGETS,
)
