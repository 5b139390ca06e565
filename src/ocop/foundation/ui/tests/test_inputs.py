"""What people type is read the way they mean it, exactly, or not at all."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.foundation.ui.inputs import read_date, read_money, read_number, read_phone, tidy
from ocop.kernel.text import number_vi

MARCH_1 = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/3/2026", MARCH_1),
        ("01/03/2026", MARCH_1),
        (" 1 / 3 / 2026 ", MARCH_1),
        ("1-3-26", MARCH_1),
        ("1.3.2026", MARCH_1),
        ("1 3 2026", MARCH_1),
        ("2026-03-01", MARCH_1),
        ("Ngày 1 tháng 3 năm 2026", MARCH_1),
        ("29/2/2024", datetime.date(2024, 2, 29)),
        ("31/2/2026", None),
        ("29/2/2026", None),
        ("3/2026", None),
        ("13/13/2026", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_dates(typed: str, meant: datetime.date | None) -> None:
    assert read_date(typed) == meant


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from("/-. "))
def test_every_day_is_read_back(day: datetime.date, mark: str) -> None:
    assert read_date(f"{day.day}{mark}{day.month}{mark}{day.year}") == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,5", Decimal("1234.5")),
        ("1234,5", Decimal("1234.5")),
        ("1234.5", Decimal("1234.5")),
        ("1.234", Decimal(1234)),
        ("1.234.567", Decimal(1234567)),
        ("1 234 567", Decimal(1234567)),
        ("0.500", Decimal("0.5")),
        ("12.5", Decimal("12.5")),
        ("-3,25", Decimal("-3.25")),
        ("1.23.456", None),
        ("1,2,3", None),
        ("1,234.5", None),
        ("1.", None),
        ("một", None),
        ("１２", None),
        ("", None),
    ],
)
def test_numbers(typed: str, meant: Decimal | None) -> None:
    assert read_number(typed) == meant


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_printed_number_is_read_back_exactly(number: Decimal) -> None:
    assert read_number(number_vi(number)) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1500000", 1_500_000),
        ("1.500.000 đ", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("1,5 triệu", 1_500_000),
        ("1.5 triệu đồng", 1_500_000),
        ("500 nghìn", 500_000),
        ("2 tỷ", 2_000_000_000),
        ("0", 0),
        ("1,5", None),
        ("-5", None),
        ("rẻ", None),
    ],
)
def test_money(typed: str, meant: int | None) -> None:
    assert read_money(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("+84 (0)912.345.678", "0912345678"),
        ("0214 3 820 000", "02143820000"),
        ("912345678", None),
        ("12 34", None),
        ("số nhà", None),
    ],
)
def test_phones(typed: str, meant: str | None) -> None:
    assert read_phone(typed) == meant


def test_text_is_composed_and_tidied() -> None:
    assert tidy("  Du\u031b\u0301a  qua\u0309\r\n Ba\u0309n La\u0302\u0300u\x00 ") == "Dứa quả\nBản Lầu"


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
