"""The arithmetic of courses: codes, days, certificates, typed lists."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.courses.rules.days import (
    MOST_DAYS,
    DayWindow,
    code_of,
    days_between,
    has_earned,
    is_code_of,
    name_key,
    number_in,
    window_on,
)
from ocop.casework.courses.rules.learners import Learner, learners_of, typed
from ocop.casework.support.rules.people import Group
from ocop.kernel.tables import ATTENDANCE, FoundPlace, Left, Wrong

DAY = date(2026, 11, 23)
PLACES = {"Bản Lầu": "02788", "Mường Khương": "02761"}
P, O = Group.PRODUCER, Group.OFFICIAL  # noqa: E741


CODES = ["7-EJW7N12GFFCA", "7-8KW0J8DH617T"]


@given(st.integers(1, 10**9), st.integers(1, 99), st.dates())
def test_a_code_is_its_days_own_and_nobody_elses(number: int, issue: int, day: date) -> None:
    code = code_of(number, issue, day, "secret")
    assert number_in(code) == number
    assert is_code_of(code, number, issue, day, "secret")
    assert is_code_of(code.lower(), number, issue, day, "secret")
    assert not is_code_of(code, number, issue + 1, day, "secret")
    assert not is_code_of(code, number + 1, issue, day, "secret")
    assert not is_code_of(code, number, issue, day, "another")


def test_a_code_is_the_number_and_the_first_sixty_bits_in_letters_for_people() -> None:
    """Codes on paper stay good: another way to make them would refuse a whole hall."""
    assert [code_of(7, 1, DAY, "secret"), code_of(7, 2, DAY, "secret")] == CODES
    assert is_code_of(f"7{CODES[0][1:].lower()}", 7, 1, DAY, "secret")
    assert not is_code_of(f"7-{CODES[0]}", 7, 1, DAY, "secret")
    assert not is_code_of(f"{CODES[0]}-7", 7, 1, DAY, "secret")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("7-EJW7N12GFFCA", 7),
        ("7-EJW7-N12G-FFCA", 7),
        ("x-EJW7N12GFFCA", None),
        ("7-EJW7N12GFFC", None),
        ("7", None),
    ],
)
def test_which_day_a_typed_code_speaks_of(typed: str, number: int | None) -> None:
    assert number_in(typed) == number


@given(st.text())
def test_no_text_breaks_the_reading_of_codes(text: str) -> None:
    number = number_in(text)
    assert number is None or not is_code_of(text, number, 1, DAY, "secret")


@pytest.mark.parametrize(
    ("offset", "standing"), [(-1, DayWindow.NOT_YET), (0, DayWindow.OPEN), (1, DayWindow.OVER)]
)
def test_a_day_is_open_on_itself_alone(offset: int, standing: DayWindow) -> None:
    assert window_on(DAY, DAY + timedelta(days=offset)) is standing


def test_the_days_of_a_period() -> None:
    assert days_between(DAY, DAY + timedelta(days=2)) == [
        DAY,
        DAY + timedelta(days=1),
        DAY + timedelta(days=2),
    ]
    assert days_between(DAY, DAY - timedelta(days=1)) == []
    assert len(days_between(DAY, DAY + timedelta(days=500))) == MOST_DAYS


@pytest.mark.parametrize(
    ("came", "held", "wanted", "earned"),
    [
        ([], [], None, False),
        ([], [0], None, False),
        ([0], [0], None, True),
        ([0], [0, 1], None, False),
        ([0, 1], [0, 1], None, True),
        ([0], [0, 1], 1, True),
        ([0, 0], [0, 1], 2, False),
        ([0, 1], [0, 1], 5, True),
        ([], [0, 1], 0, False),
        ([7], [0, 1], 1, False),
    ],
)
def test_who_has_earned_a_certificate(
    came: list[int], held: list[int], wanted: int | None, earned: bool
) -> None:
    def days(numbers: list[int]) -> list[date]:
        return [DAY + timedelta(days=number) for number in numbers]

    assert has_earned(days(came), days(held), wanted) is earned


def test_a_person_is_known_again_by_marks_and_letters_not_by_case() -> None:
    assert name_key("  LÝ  Thị Mỷ ") == name_key("lý thị mỷ")
    assert name_key("Hùng") != name_key("Hưng")
    assert name_key("Ly\u0301  THI\u0323") == "lý thị"


class Known:
    """Two communes."""

    def look_up(self, words: str) -> FoundPlace:
        place = PLACES.get(words)
        return FoundPlace(place) if place else FoundPlace(wrong=Wrong.PLACE_UNKNOWN, words=words)


def lines(
    text: str, group: Group = P
) -> tuple[list[Learner], list[tuple[int, Wrong]], list[tuple[int, Left]]]:
    """The people of a typed list, what is wrong and what is left out by line."""
    found = typed(text, Known())
    wrong = [(one.line, one.code) for one in found.faults]
    return learners_of(found.good, group), wrong, [(one.row, one.why) for one in found.left_out]


def test_lists_are_read_as_people_type_and_paste_them() -> None:
    text = "1. Lý Thị Mỷ; Bản Lầu; HTX Dứa\n\nVàng A Tủa\tMường Khương\tUBND xã\tCán bộ\n3) Lù Văn Hùng"
    good, wrong, left = lines(text)
    assert (wrong, left) == ([], [])
    assert good == [
        Learner("Lý Thị Mỷ", P, "02788", "HTX Dứa"), Learner("Vàng A Tủa", O, "02761", "UBND xã"),
        Learner("Lù Văn Hùng", P, None, ""),
    ]  # fmt: skip


def test_a_table_pasted_whole_brings_its_titles_groups_and_totals() -> None:
    text = (
        "STT\tHọ và tên\tXã\n\tChủ thể\n1\tLý Thị Mỷ\tBản Lầu\n\tCộng: 01 người\n"
        "\tCán bộ\n1\tVàng A Tủa\tBản Lầu\n"
    )
    good, wrong, left = lines(text)
    assert [(one.name, one.group) for one in good] == [("Lý Thị Mỷ", P), ("Vàng A Tủa", O)]
    assert (wrong, left) == ([], [(2, Left.GROUP), (4, Left.TOTAL), (5, Left.GROUP)])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (";Bản Lầu", Wrong.CELL_EMPTY),
        ("---", Wrong.NO_LETTER),
        ("a" * 121, Wrong.TOO_LONG),
        ("Lý Thị Mỷ; ;; thợ hàn", Wrong.NO_CHOICE),
        ("Lý Thị Mỷ; Hà Nội", Wrong.PLACE_UNKNOWN),
    ],
)
def test_a_faulty_line_is_named_and_the_others_are_read(line: str, fault: Wrong) -> None:
    good, wrong, _left = lines(f"Một A\n{line}\nHai B")
    assert ([one.name for one in good], wrong) == (["Một A", "Hai B"], [(2, fault)])


def test_the_same_person_twice_in_a_list_is_said() -> None:
    good, wrong, _left = lines("Một A; Bản Lầu\nmột a ; Bản Lầu\nMột A; Mường Khương")
    assert ([one.place for one in good], wrong) == (["02788", "02761"], [(2, Wrong.ROW_TWICE)])


def test_a_list_has_an_end() -> None:
    many = "\n".join(f"Người {n}" for n in range(ATTENDANCE.most_rows + 1))
    assert lines(many)[:2] == ([], [(0, Wrong.TOO_MANY_ROWS)])


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "C")), max_size=200))
def test_no_list_breaks_the_reading(text: str) -> None:
    good, _wrong, _left = lines(text, O)
    assert len(good) <= len(text.splitlines())
