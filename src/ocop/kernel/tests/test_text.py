"""Folding, slugs, the order of the alphabet, numbers and dates in print, numbers in words."""

import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.text import (
    Label,
    date_vi,
    fold,
    in_words_vi,
    number_vi,
    one_line,
    slugify_vi,
    vietnamese_key,
)


def test_any_language_but_english_gets_vietnamese() -> None:
    label = Label("tiêu chí", "criterion")
    assert [label.text(language) for language in ("vi", "fr", "", "en", "en-gb")] == [
        "tiêu chí", "tiêu chí", "tiêu chí", "criterion", "criterion",
    ]  # fmt: skip
    assert label.text() == "tiêu chí"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Dứa Bản Lầu", "dua ban lau"),
        ("ĐẶC SẢN Đường  Phèn", "dac san duong phen"),
        ("Hòa Bình", "hoa binh"),
        ("Hoà Bình", "hoa binh"),
        ("thuỷ / thủy", "thuy thuy"),
        ("Tả Giàng Phìn – Sa Pa (cũ)", "ta giang phin sa pa cu"),
        ("Ðà Lạt", "da lat"),
        ("  \t\n", ""),
        ("HTX «Mường-Khương», 3★", "htx muong khuong 3"),
        ("b\u00ada\u200bn", "ban"),
        ("０９１２ ﬁ", "0912 fi"),
        ("Ư Ơ ư ơ Ă Â Ê Ô", "u o u o a a e o"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_folding_does_not_depend_on_how_letters_are_composed(form: str) -> None:
    assert (
        fold(unicodedata.normalize(form, "Chè Shan tuyết Suối Giàng, gạo Séng Cù"))
        == "che shan tuyet suoi giang gao seng cu"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" Bản \n\t Lầu ", "Bản Lầu"),
        (unicodedata.normalize("NFD", "Bản Lầu"), "Bản Lầu"),
        ("Bản\u0000 \u0007Lầu", "Bản Lầu"),
        ("", ""),
    ],
)
def test_a_name_stands_on_one_line_composed_and_without_control_marks(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_every_letter_with_variants_twice_changes_nothing() -> None:
    """`script/bench letters` asks every character there is."""
    blocks = (range(0x3100), range(0xA640, 0xAC00), range(0xF900, 0x10000), range(0x1D400, 0x1D800))
    odd = [char for block in blocks for char in map(chr, block) if fold(fold(char)) != fold(char)]
    assert odd == []


@given(st.text(), st.text())
def test_words_fold_one_by_one(left: str, right: str) -> None:
    assert fold(f"{left} {right}") == f"{fold(left)} {fold(right)}".strip()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Dứa Bản Lầu", "dua-ban-lau"),
        ("Trà Ô Long 100%", "tra-o-long-100"),
        ("Мёд rừng", "rung"),
        ("???", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify_vi(text) == slug


def test_a_fraction_keeps_every_digit_however_small() -> None:
    assert number_vi(Fraction(1, 10**30)) == f"0,{'0' * 29}1"


def test_a_slug_has_eighty_letters_unless_said_otherwise() -> None:
    assert slugify_vi("d" * 81) == "d" * 80


@pytest.mark.parametrize(
    ("length", "slug"), [(11, "dua-ban-lau"), (10, "dua-ban"), (7, "dua-ban"), (6, "dua"), (2, "du")]
)
def test_a_slug_is_cut_at_a_word(length: int, slug: str) -> None:
    assert slugify_vi("Dứa Bản Lầu", length) == slug


@given(st.text(), st.integers(1, 40))
def test_a_slug_fits_and_is_its_own_slug(text: str, length: int) -> None:
    slug = slugify_vi(text, length)
    assert len(slug) <= length
    assert slugify_vi(slug, length) == slug


ORDERED = [
    ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "b"],
    [
        "c",
        "d",
        "đ",
        "e",
        "ê",
        "f",
        "g",
        "h",
        "i",
        "j",
        "k",
        "l",
        "m",
        "n",
        "o",
        "ô",
        "ơ",
        "p",
        "u",
        "ư",
        "v",
        "w",
        "x",
        "y",
        "z",
    ],
    ["ba người", "bà ngoại", "bá"],
    [
        "Bảo Hà",
        "Bảo Thắng",
        "Bảo Yên",
        "Bát Xát",
        "Bắc Hà",
        "Bắc Lệnh",
        "Cam Đường",
        "Sa Pa",
        "Si Ma Cai",
        "Ý Tý",
    ],
    ["Dương Quỳ", "Đông Cuông"],
    ["Bản 2", "Bản 10", "Bản Lầu"],
    ["", "1", "02", "10", "a", "a 1", "an"],
    ["hoa", "hòa bình", "hoài"],
    ["Bản 1", "Bản 02", "Bản 3"],
    # marks that are not Vietnamese do not count; other letters follow the Latin ones
    ["ia", "ĭb", "ic"],
    ["z", "α", "β"],
]


@pytest.mark.parametrize("texts", ORDERED)
def test_the_order_of_the_alphabet(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(backwards, key=vietnamese_key) == texts


def test_the_place_of_a_tone_and_case_only_break_ties() -> None:
    assert vietnamese_key("HOÀ")[0] == vietnamese_key("hòa")[0]
    assert vietnamese_key("HOÀ") != vietnamese_key("hòa")


@given(st.lists(st.text()))
def test_any_texts_can_be_sorted_and_the_order_is_total(texts: list[str]) -> None:
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    backwards = composed[::-1]
    assert sorted(composed, key=vietnamese_key) == sorted(backwards, key=vietnamese_key)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("1234.5", None, "1.234,5"),
        (Decimal("86.50"), None, "86,50"),
        (Fraction(173, 2), None, "86,5"),
        ("173/2", 2, "86,50"),
        (Fraction(1, 3), None, "0,33"),
        (Fraction(1, 3), 4, "0,3333"),
        (1234567, None, "1.234.567"),
        (0, 2, "0,00"),
        (Decimal("69.995"), 2, "70,00"),
        (Decimal("69.994"), 2, "69,99"),
        (Decimal("-0.005"), 2, "-0,01"),
        (Decimal("-0.004"), 2, "0,00"),
        (-1234, 0, "-1.234"),
        (Decimal("1E+3"), None, "1.000"),
        (Fraction(1, 8), None, "0,125"),
        (Fraction(1, 25), None, "0,04"),
        (Decimal("99.5"), 0, "100"),
        ("12345678901234567890123456789012.5", None, "12.345.678.901.234.567.890.123.456.789.012,5"),
    ],
)
def test_a_number_in_print(value: int | Decimal | Fraction | str, decimals: int | None, printed: str) -> None:
    assert number_vi(value, decimals) == printed


@pytest.mark.parametrize("value", [1.5, True, None])
def test_a_number_in_print_is_exact(value: object) -> None:
    with pytest.raises(TypeError, match=rf"^{type(value).__name__} is not an exact number$"):
        number_vi(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "decimals", "why"),
    [
        ("abc", None, "'abc' is not a number"),
        ("1/0", None, "'1/0' is not a number"),
        (Decimal("NaN"), 2, "NaN is not a finite number"),
        (Decimal("Infinity"), 2, "Infinity is not a finite number"),
        (1, -1, "a number has no less than zero decimals"),
    ],
)
def test_what_is_no_number_is_not_printed(value: Decimal | str | int, decimals: int | None, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}$"):
        number_vi(value, decimals)


@given(st.fractions(), st.integers(0, 6))
def test_print_is_within_half_a_unit(value: Fraction, decimals: int) -> None:
    back = Fraction(number_vi(value, decimals).replace(".", "").replace(",", "."))
    assert abs(back - value) <= Fraction(1, 2 * 10**decimals)


def test_a_date_in_print() -> None:
    assert date_vi(date(2029, 3, 15)) == "15/03/2029"
    with pytest.raises(TypeError, match=r"^a moment has no date before its time zone is chosen$"):
        date_vi(datetime(2029, 3, 15, 8, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (10_000, "mười nghìn"),
        (1_000_000, "một triệu"),
        (1_200_003, "một triệu hai trăm nghìn không trăm linh ba"),
        (3_500_000_000, "ba tỷ năm trăm triệu"),
        (1_000_000_000_021, "một nghìn tỷ không trăm hai mươi mốt"),
        (-7, "âm bảy"),
        (Decimal("86.5"), "tám mươi sáu phẩy năm"),
        (Decimal("86.50"), "tám mươi sáu phẩy năm"),
        (Decimal("86.55"), "tám mươi sáu phẩy năm mươi lăm"),
        (Decimal("86.05"), "tám mươi sáu phẩy không năm"),
        (Decimal("69.995"), "sáu mươi chín phẩy chín trăm chín mươi lăm"),
        (Decimal("0.001"), "không phẩy không không một"),
        (Decimal("3.1416"), "ba phẩy một bốn một sáu"),
        (Decimal("90.00"), "chín mươi"),
        (Decimal("1E+2"), "một trăm"),
        (Decimal("-0.5"), "âm không phẩy năm"),
        (Decimal("-0"), "không"),
    ],
)
def test_numbers_in_words(number: int | Decimal, words: str) -> None:
    assert in_words_vi(number) == words


@pytest.mark.parametrize("number", [1.5, True, "5"])
def test_words_need_an_exact_number(number: object) -> None:
    with pytest.raises(TypeError, match=rf"^{type(number).__name__} is not an exact number$"):
        in_words_vi(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [10**18, -(10**18), Decimal("NaN"), Decimal("-Infinity")])
def test_what_cannot_be_read_out(number: int | Decimal) -> None:
    with pytest.raises(ValueError, match="cannot be read out"):
        in_words_vi(number)


def test_different_points_have_different_words() -> None:
    points = [Decimal(hundredths) / 100 for hundredths in range(100_01)]
    assert len({in_words_vi(point) for point in points}) == len(points)
