"""The arithmetic of courses: codes, days, certificates, typed lists."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.support.rules.courses import (
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
from ocop.casework.support.rules.learners import MOST_LINES, LineFault, Listed, Wrong, read_lines
from ocop.casework.support.rules.people import Group

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


def test_lists_are_read_as_people_type_and_paste_them() -> None:
    text = "1. Lý Thị Mỷ; Bản Lầu; HTX Dứa\n\nVàng A Tủa\tMường Khương\tUBND xã\tCán bộ\n3) Lù Văn Hùng"
    good, wrong = read_lines(text, P, PLACES.get)
    assert wrong == []
    assert good == [
        Listed(1, "Lý Thị Mỷ", "02788", "HTX Dứa", P),
        Listed(3, "Vàng A Tủa", "02761", "UBND xã", O),
        Listed(4, "Lù Văn Hùng", None, "", P),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (";Bản Lầu", LineFault.NO_NAME),
        ("---", LineFault.NO_NAME),
        ("a" * 121, LineFault.LONG_NAME),
        ("Lý Thị Mỷ; ;; giáo viên", LineFault.UNKNOWN_GROUP),
        ("Lý Thị Mỷ; Hà Nội", LineFault.UNKNOWN_PLACE),
        ("Lý Thị Mỷ; Bản Lầu; HTX; giáo viên", LineFault.UNKNOWN_GROUP),
    ],
)
def test_a_faulty_line_is_named_and_the_others_are_read(line: str, fault: LineFault) -> None:
    good, wrong = read_lines(f"Một A\n{line}\nHai B", P, PLACES.get)
    assert [one.name for one in good] == ["Một A", "Hai B"]
    assert [(one.number, one.fault) for one in wrong] == [(2, fault)]


def test_the_same_person_twice_in_a_list_is_said() -> None:
    good, wrong = read_lines("Một A; Bản Lầu\nmột a ; Bản Lầu\nMột A; Mường Khương", P, PLACES.get)
    assert ([one.number for one in good], wrong) == ([1, 3], [Wrong(2, "một a; Bản Lầu", LineFault.TWICE)])


def test_a_list_has_an_end() -> None:
    good, wrong = read_lines("\n".join(f"Người {'a' * n}" for n in range(1, 90)) + "\nX" * 600, P, PLACES.get)
    assert len(good) + len(wrong) == MOST_LINES + 1
    assert wrong[-1] == Wrong(MOST_LINES + 1, "X", LineFault.TOO_MANY)


def test_the_first_line_too_many_is_named_as_it_was_typed() -> None:
    lines = [f"Người {'a' * (n % 100)} {n}" for n in range(MOST_LINES)]
    last = Wrong(MOST_LINES + 1, "Một A; Bản Lầu", LineFault.TOO_MANY)
    assert read_lines("\n".join([*lines, "Một A; Bản Lầu", "Hai B"]), P, PLACES.get)[1] == [last]


def test_the_longest_name_is_taken_and_an_empty_place_is_no_place() -> None:
    good, wrong = read_lines(f"{'a' * 120};;UBND xã", P, lambda typed: typed or "nowhere")
    assert (good, wrong) == ([Listed(1, "a" * 120, None, "UBND xã", P)], [])


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "C")), max_size=200))
def test_no_list_breaks_the_reading(text: str) -> None:
    good, wrong = read_lines(text, O, PLACES.get)
    assert len(good) + len(wrong) == len([line for line in text.splitlines() if line.strip()])
