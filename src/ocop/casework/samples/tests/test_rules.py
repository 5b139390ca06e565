"""Numbers, limits, readings and verdicts, exact; what could be two things is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.samples.rules import (
    Limit,
    LimitKind,
    Reading,
    ReadingKind,
    Verdict,
    judge,
    must_be_tested,
    read_limit,
    read_value,
    same_words,
    whole,
)
from ocop.casework.samples.rules.demands import TEST_STAGE
from ocop.casework.samples.rules.numbers import exact
from ocop.kernel.law import load_regulations

K, R, V = LimitKind, ReadingKind, Verdict
D = Decimal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,02", "0.02"), ("0.02", "0.02"), ("5", "5"), ("1.234,5", "1234.5"), ("1 234,5", "1234.5"),
        ("10^3", "1000"), ("10³", "1000"), ("10²", "100"), ("1,5 x 10^2", "150"), ("1,5×10²", "150"),
        ("2,0.10^2", "200"), ("3.10³", "3000"), ("1,5e3", "1500"), ("2,5 x 10^-3", "0.0025"),
        ("10⁻²", "0.01"), ("0,123", "0.123"), ("1234", "1234"), ("-18", "-18"), ("1,2345", "1.2345"),
        ("1,234", None), ("1.234", None), ("123.456", None), ("1,234 x 10^2", None), ("", None),
        ("abc", None), ("1e99", None), ("10^-13", None), ("1/2", None), ("5 6", None), ("٥", None),
    ],
)  # fmt: skip
def test_numbers_are_read_exactly_or_not_at_all(text, number):
    assert exact(text) == (None if number is None else D(number))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("≤ 5", Limit(K.MAX, high=D(5))), ("<= 5", Limit(K.MAX, high=D(5))),
        ("Tối đa 0,1", Limit(K.MAX, high=D("0.1"))), ("không quá 10^3", Limit(K.MAX, high=D(1000))),
        ("< 5", Limit(K.MAX, high=D(5), is_strict=True)), ("dưới 5", Limit(K.MAX, high=D(5), is_strict=True)),
        ("≥ 3,5", Limit(K.MIN, low=D("3.5"))), ("tối thiểu 30", Limit(K.MIN, low=D(30))),
        ("Không nhỏ hơn 30", Limit(K.MIN, low=D(30))), ("> 3", Limit(K.MIN, low=D(3), is_strict=True)),
        ("3 – 5", Limit(K.RANGE, D(3), D(5))), ("3-5", Limit(K.RANGE, D(3), D(5))),
        ("từ 3 đến 5,5", Limit(K.RANGE, D(3), D("5.5"))), ("3 ÷ 5", Limit(K.RANGE, D(3), D(5))),
        ("không được có", Limit(K.ABSENT)), ("Không phát hiện", Limit(K.ABSENT)), ("KPH", Limit(K.ABSENT)),
        ("Không có trong 25 g", Limit(K.ABSENT)), ("Âm tính", Limit(K.ABSENT)),
        ("5", None), ("", None), ("≤", None), ("≤ 1,234", None), ("5 – 3", None), ("khoảng 5", None),
        ("≤ 5 hoặc 6", None),
    ],
)  # fmt: skip
def test_limits(text, limit):
    assert read_limit(text) == limit


@pytest.mark.parametrize(
    ("text", "unit", "reading"),
    [
        ("0,02", "", Reading(R.EXACT, D("0.02"))), ("0,02 mg/kg", "mg/kg", Reading(R.EXACT, D("0.02"))),
        ("<0,01", "", Reading(R.BELOW, D("0.01"))), ("< 0,01 µg/kg", "μg/kg", Reading(R.BELOW, D("0.01"))),
        ("≤ 0,01", "", Reading(R.BELOW, D("0.01"), True)), ("> 300", "", Reading(R.ABOVE, D(300))),
        ("1,5 x 10^2 CFU/g", "CFU/g", Reading(R.EXACT, D(150))), ("<10", "", Reading(R.BELOW, D(10))),
        ("KPH", "", Reading(R.NONE)), ("Không phát hiện", "", Reading(R.NONE)), ("ND", "", Reading(R.NONE)),
        ("KPH (LOD = 0,01)", "", Reading(R.NONE)), ("Không phát hiện (LOD=0,01 mg/kg)", "", Reading(R.NONE)),
        ("âm tính", "", Reading(R.NONE)), ("Phát hiện", "", Reading(R.FOUND)),
        ("Dương tính", "", Reading(R.FOUND)), ("0,02 g/l", "mg/kg", None), ("1,234", "", None),
        ("", "", None),
        ("đạt", "", None), ("-", "", None), ("<", "", None), ("0,02 ± 0,01", "", None),
    ],
)  # fmt: skip
def test_readings(text, unit, reading):
    assert read_value(text, unit) == reading


@pytest.mark.parametrize(
    ("limit", "value", "verdict"),
    [
        ("≤ 5", "5", V.PASS), ("≤ 5", "5,01", V.FAIL), ("≤ 5", "4,99", V.PASS), ("< 5", "5", V.FAIL),
        ("≤ 5", "<5", V.PASS), ("< 5", "<5", V.PASS), ("≤ 5", "<10", V.UNSURE), ("≤ 5", "≤5", V.PASS),
        ("< 5", "≤5", V.UNSURE), ("≤ 5", ">5", V.FAIL), ("≤ 5", ">4", V.UNSURE), ("≤ 5", "≥5", V.UNSURE),
        ("< 5", "≥5", V.FAIL), ("≤ 5", "KPH", V.PASS), ("≤ 5", "phát hiện", V.UNSURE),
        ("≥ 30", "30", V.PASS), ("> 30", "30", V.FAIL), ("≥ 30", "29,9", V.FAIL), ("≥ 30", "<30", V.FAIL),
        ("≥ 30", "<31", V.UNSURE), ("≥ 30", ">30", V.PASS), ("> 30", "≥30", V.UNSURE),
        ("≥ 30", "≥30", V.PASS),
        ("≥ 30", "KPH", V.FAIL), ("≥ 0", "KPH", V.UNSURE), ("≥ 30", "≤30", V.UNSURE), ("> 30", "≤30", V.FAIL),
        ("3 – 5", "3", V.PASS), ("3 – 5", "5", V.PASS), ("3 – 5", "2,9", V.FAIL), ("3 – 5", "5,1", V.FAIL),
        ("3 – 5", "<5", V.UNSURE), ("3 – 5", "<3", V.FAIL), ("3 – 5", ">5", V.FAIL),
        ("không có", "KPH", V.PASS), ("không có", "0", V.PASS), ("không có", "1", V.FAIL),
        ("không có", "phát hiện", V.FAIL), ("không có", "<1", V.UNSURE), ("không có", ">1", V.FAIL),
    ],
)  # fmt: skip
def test_verdicts(limit, value, verdict):
    assert judge(read_limit(limit), read_value(value)) is verdict


SMALL = st.decimals(min_value=0, max_value=1000, places=3)
SIGNS = st.sampled_from([R.EXACT, R.BELOW, R.ABOVE])


@given(limit=SMALL, number=SMALL, found=SMALL, sign=SIGNS, strict=st.booleans(), both=st.booleans())
def test_a_verdict_never_contradicts_a_number_that_the_reading_allows(
    limit, number, found, sign, strict, both
):
    """Whatever the true number is, what passes keeps within the limit and what fails does not."""
    fits = {
        R.EXACT: found == number,
        R.BELOW: found < number or (both and found == number),
        R.ABOVE: found > number or (both and found == number),
    }[sign]
    if not fits:
        return
    reading = Reading(sign, number, both)
    for one, truly in (
        (Limit(K.MAX, high=limit, is_strict=strict), found < limit or (found == limit and not strict)),
        (Limit(K.MIN, low=limit, is_strict=strict), found > limit or (found == limit and not strict)),
    ):
        verdict = judge(one, reading)
        assert verdict is V.UNSURE or (verdict is V.PASS) == truly


@given(number=st.decimals(min_value=0, max_value=10**9, places=4))
def test_what_is_written_with_a_comma_is_read_as_it_is(number):
    text = f"{number:f}".replace(".", ",")
    assert exact(text) == number


def test_the_worst_verdict_is_that_of_the_whole():
    assert whole([V.PASS, V.FAIL, V.UNSURE]) is V.FAIL
    assert whole([V.PASS, V.UNSURE]) is V.UNSURE
    assert whole([V.PASS, V.PASS]) is V.PASS
    assert whole([]) is V.UNSURE


@pytest.mark.parametrize(
    ("law", "total", "must"),
    [
        ("qd-1048-2019", Fraction(50), True), ("qd-1048-2019", Fraction(149, 3), False),
        ("qd-1048-2019", Fraction(151, 3), True), ("qd-1048-2019", None, False),
        ("qd-148-2023", Fraction(90), False), ("qd-26-2026", Fraction(90), False),
    ],
)  # fmt: skip
def test_who_must_be_tested_by_points(law, total, must):
    assert must_be_tested(law, total) is must


def test_the_points_are_those_of_the_regulations_data(monkeypatch):
    known = load_regulations()
    old = known["qd-1048-2019"]
    stages = tuple(replace(one, from_points=60) if one.key == TEST_STAGE else one for one in old.stages)
    changed = {**known, old.code: replace(old, stages=stages)}
    monkeypatch.setattr("ocop.casework.samples.rules.demands.load_regulations", lambda: changed)
    assert [must_be_tested(old.code, Fraction(total)) for total in (59, 60)] == [False, True]


def test_names_are_the_same_but_for_marks_capitals_points_and_spaces():
    assert same_words("Dứa sấy dẻo", " DUA  SAY-DEO ")
    assert not same_words("Dứa sấy dẻo", "Dứa sấy giòn")
