"""Texts of before Unicode are recognised, read right, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.text import OldCode, in_old_code, legacy
from ocop.kernel.text.old_codes import TCVN3, VNI
from ocop.kernel.text.syllables import is_syllable

TEXTS = (
    "Hợp tác xã dịch vụ nông nghiệp Bản Lầu",
    "Dứa quả Mường Khương",
    "Tương ớt, chè shan tuyết; mật ong rừng",
    "Đạt yêu cầu nhưng thiếu phiếu kiểm nghiệm của lô hàng",
    "Trần Thị Thuỷ, thôn Cốc Phương, xã Bản Lầu",
    "Ủy ban nhân dân xã",
    "Gạo Séng Cù",
    "Bưởi",
    "Nguyễn",
)


def typed_in(code: str, text: str) -> str:
    """The text as a keyboard of that code typed it."""
    table = legacy.TCVN3 if code is TCVN3 else legacy.VNI
    back = {meant: shown for shown, meant in table.items()}
    return "".join(back.get(char, back.get(char.lower(), char) if code is TCVN3 else char) for char in text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("code", [TCVN3, VNI])
def test_what_was_typed_is_told(code: str, text: str) -> None:
    typed = typed_in(code, text)
    assert typed != text
    found = in_old_code(typed)
    assert found is not None
    assert (found.code, found.meant.casefold()) == (code, text.casefold())


def test_capitals_stay_capitals() -> None:
    assert in_old_code("HîP T¸C X·") == OldCode(TCVN3, "HỢP TÁC XÃ")
    assert in_old_code("HÔÏP TAÙC XAÕ") == OldCode(VNI, "HỢP TÁC XÃ")
    assert in_old_code("Hîp t¸c x· D÷a") == OldCode(TCVN3, "Hợp tác xã Dữa")


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS,
        "",
        "Hop tac xa",
        "Nescafé®",
        "São Paulo",
        "Müller",
        "Grüße aus München",
        "thé à la menthe",
        "Crème brûlée",
        "Thaï",
        "España",
        "Señor Peña",
        "Noël",
        "20 °C, 5 µm, 2½ kg, ±3",
        "© 2026 Sở Nông nghiệp",
        "Chè «Shan» §5",
        "Trà Ô Long®",
        "có à, là",
        "àáâãèéêìíòóôõùúý",
        "👍 中 ก",
        "Smørrebrød på dansk",
    ],
)
def test_nothing_else_is_taken_for_one(text: str) -> None:
    assert in_old_code(text) is None


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_any_text_has_an_answer_and_the_meaning_is_no_old_code(text: str) -> None:
    found = in_old_code(text)
    assert found is None or found.meant != text


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiệp", True), ("nghiep", False), ("nghiềp", False), ("quả", True), ("giếng", True), ("gì", True),
        ("khuỷu", True), ("Thuỷ", True), ("hoà", True), ("hòa", True), ("Đắk", True), ("x·", False),
        ("®", False), ("ng", False), ("aa", False), ("ởở", False),
    ],
)  # fmt: skip
def test_the_shape_of_a_syllable(word: str, is_one: bool) -> None:
    assert is_syllable(word) is is_one
