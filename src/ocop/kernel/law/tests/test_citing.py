"""Places of the law in both languages."""

import pytest

from ocop.kernel.law.citing import cite


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        ("11(1)", "khoản 1 Điều 11", "article 11(1)"),
        ("7(3)(b)", "điểm b khoản 3 Điều 7", "article 7(3)(b)"),
        ("7(3)(đ)", "điểm đ khoản 3 Điều 7", "article 7(3)(đ)"),
        ("5", "Điều 5", "article 5"),
        ("6(1)(a), 7(1)", "điểm a khoản 1 Điều 6, khoản 1 Điều 7", "articles 6(1)(a), 7(1)"),
        ("12(2) (26/2026/QĐ-TTg)", "khoản 2 Điều 12 (26/2026/QĐ-TTg)", "article 12(2) (26/2026/QĐ-TTg)"),
        ("1489/QĐ-TTg", "1489/QĐ-TTg", "1489/QĐ-TTg"),
    ],
)
def test_a_place_is_cited_as_lawyers_do(place, vi, en):
    assert (cite(place).vi, cite(place).en) == (vi, en)
