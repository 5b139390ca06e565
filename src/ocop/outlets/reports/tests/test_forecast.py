"""Medians, shares, what is in time, and the risk that follows: exact, and said with the number of cases."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.casework.communication.rules import PressState
from ocop.casework.dossiers.states import DossierState
from ocop.casework.ideas.states import IDEA_OPEN, IdeaState
from ocop.casework.support.rules import ActivityState
from ocop.outlets.reports.counting.progress import in_order
from ocop.outlets.reports.labels import reason_of, tenths
from ocop.outlets.reports.rules import InHand, Outlook, Risk, StagePast, look_ahead, median, risk_of

TODAY, END = date(2026, 11, 23), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("values", "expected"), [([3], 3), ([1, 2], Fraction(3, 2)), ([9, 1, 4], 4), ([1, 2, 4, 100], 3)]
)
def test_median(values, expected):
    assert median(values) == expected


def test_no_median_of_nothing():
    with pytest.raises(ValueError, match=r"^no values$"):
        median([])


def past(cases=6, days=(20, 30, 40, 50)):
    return {"submitted": StagePast(cases, days)}


@pytest.mark.parametrize(
    ("since", "known", "in_time", "late", "thin", "expected"),
    [
        (TODAY, past(), 1, 0, 0, Fraction(2, 3)),
        (END - timedelta(days=35), past(), 1, 0, 0, Fraction(2, 3)),
        (END - timedelta(days=34), past(), 0, 1, 0, 0),
        (date(2025, 1, 1), past(), 1, 0, 0, Fraction(2, 3)),
        (TODAY, past(cases=4, days=(1, 1, 1, 1)), 0, 0, 1, 0),
        (TODAY, past(cases=5, days=()), 0, 1, 0, 0),
        (TODAY, {}, 0, 0, 1, 0),
        (TODAY, past(cases=5, days=(37,)), 1, 0, 0, Fraction(1, 5)),
        (TODAY, past(cases=5, days=(38, 39)), 0, 1, 0, 0),
    ],
)
def test_one_case(since, known, in_time, late, thin, expected):
    found = look_ahead([InHand("submitted", since)], known, TODAY, END)
    assert (found.in_hand, found.in_time, found.too_late, found.too_little_past, found.expected) == (
        1, in_time, late, thin, expected,
    )  # fmt: skip


def test_what_is_long_overdue_ends_tomorrow_at_the_earliest():
    case = InHand("submitted", date(2026, 1, 1))
    assert [look_ahead([case], past(), day, END).in_time for day in (END - timedelta(days=1), END)] == [1, 0]


def test_shares_add_up_exactly_and_are_rounded_down():
    found = look_ahead([InHand("submitted", TODAY)] * 5, past(), TODAY, END)
    assert (found.expected, found.more, found.cases) == (Fraction(10, 3), 3, 6)


def test_a_case_counts_by_its_weight_and_nothing_rests_on_no_past():
    """What counts half is expected to count half; without ended cases the forecast rests on none."""
    found = look_ahead([InHand("submitted", TODAY, weight=Fraction(1, 2))], past(), TODAY, END)
    assert (found.expected, found.cases) == (Fraction(1, 3), 6)
    assert look_ahead([InHand("submitted", TODAY)], {}, TODAY, END) == Outlook(1, 0, 0, 1, Fraction(0), 0)


cases = st.lists(
    st.builds(
        lambda stage, ago: InHand(stage, TODAY - timedelta(ago)), st.sampled_from("abc"), st.integers(0, 300)
    ),
    max_size=9,
)
stages = st.builds(
    lambda days, lost: StagePast(len(days) + lost, tuple(days)),
    st.lists(st.integers(0, 90), max_size=9),
    st.integers(0, 5),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases, st.dictionaries(st.sampled_from("abc"), stages))
def test_every_case_falls_in_one_heap_and_promises_at_most_itself(in_hand, known):
    found = look_ahead(in_hand, known, TODAY, END)
    heaps = Counter((case.stage, case.since) for case in in_hand)
    together = [InHand(*where, number, Fraction(number)) for where, number in heaps.items()]
    assert look_ahead(together, known, TODAY, END) == found
    assert found.in_time + found.too_late + found.too_little_past == found.in_hand == len(in_hand)
    assert 0 <= found.more <= found.expected <= found.in_time


@pytest.mark.parametrize(
    ("value", "done", "forecast", "is_over", "risk"),
    [
        (None, 9, 9, False, Risk.UNKNOWN),
        (30, 30, 30, False, Risk.MET),
        (30, 31, 31, True, Risk.MET),
        (30, 29, 29, True, Risk.MISSED),
        (30, 20, 30, False, Risk.ON_TRACK),
        (30, 20, 29, False, Risk.AT_RISK),
        (30, 20, None, False, Risk.UNKNOWN),
        (0, 0, 0, False, Risk.MET),
    ],
)
def test_risk(value, done, forecast, is_over, risk):
    assert risk_of(value, done, forecast, is_over=is_over) == risk


def outlook(in_time=0, late=0, thin=0, expected=Fraction(0), cases=0):
    return Outlook(in_time + late + thin, in_time, late, thin, expected, cases)


@pytest.mark.parametrize(
    ("given_", "is_over", "sentence"),
    [
        (outlook(), True, "Năm đã kết thúc: đây là số cuối cùng."),
        (None, False, "Kết quả do cơ quan ghi tay; không có việc đang làm để dự báo."),
        (outlook(), False, "Đã có 18, không có việc nào đang làm."),
        (
            outlook(9, 2, 1, Fraction(43, 6), 42),
            False,
            "Đã có 18, đang làm 12. 9 việc kịp trước 31/12 nếu đi nhanh như mức giữa của 42 việc đã kết "
            "thúc; với tỷ "
            "lệ thành công trước đây, thêm khoảng 7,2, tính tròn 7. Khó kịp trước 31/12: 2. 1 việc ở bước có "
            "dưới 5 "
            "việc đã kết thúc: quá ít để dự báo, nên chỉ tính phần chắc chắn.",
        ),
    ],
)
def test_the_reason_in_words(given_, is_over, sentence):
    assert reason_of(given_, 18, is_over=is_over) == sentence


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(1, 20), Fraction(1, 10)), (Fraction(43, 6), Fraction(72, 10)), (3, 3)]
)
def test_tenths(value, shown):
    assert tenths(Fraction(value)) == Fraction(shown)


def test_stages_stand_in_the_order_of_the_work():
    given = dict.fromkeys(["running", "evaluated", "returned", "planned", "draft", "submitted"], 1)
    assert list(in_order(given)) == ["draft", "submitted", "returned", "evaluated", "planned", "running"]
    names = [str(state) for state in (*IdeaState, *DossierState, *PressState, *ActivityState)]
    assert set(in_order(dict.fromkeys(names, 1))) >= {str(state) for state in IDEA_OPEN}
