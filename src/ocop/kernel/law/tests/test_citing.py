"""Places of the law in both languages."""

import pytest

from ocop.kernel.law import load_regulations
from ocop.kernel.law.citing import cite, in_words


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


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Điều 12(1): công nhận", "Khoản 1 Điều 12: công nhận"),
        ("bị thu hồi (Điều 8(1)(a)) nên", "bị thu hồi (điểm a khoản 1 Điều 8) nên"),
        ("theo điều 7(3)(b), Điều 5", "theo điểm b khoản 3 Điều 7, Điều 5"),
        ("Điều 5 và điểm a) khoản 2", "Điều 5 và điểm a) khoản 2"),
    ],
)
def test_places_within_a_sentence(written, said):
    assert (in_words(written), in_words(said)) == (said, said)


def test_notes_of_the_pinned_regulations_are_read_so():
    notes = [note.vi for note in load_regulations()["qd-26-2026"].notes]
    assert [note.partition(":")[0] for note in notes[1:]] == ["Khoản 1 Điều 12", "Khoản 2 Điều 12"]
