"""Which law applies: every answer by its dates, with its procedure and its article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.calendar.applicable import Applicable, NoLawError, applicable
from ocop.kernel.calendar.days import Certainty, DayOff, HolidayTable, vietnam
from ocop.kernel.law import load_regulations
from ocop.kernel.text import Label

NEW = "26/2026/QĐ-TTg"


def law(kind: str, filed: str, on: str) -> Applicable:
    return applicable(kind, date.fromisoformat(filed), date.fromisoformat(on))


ANSWERS = [
    # kind, filed, evaluated -> regulation, procedure, article, finish by, overdue
    # Decision 1048, then as amended by 781 from 8 June 2020
    ("first", "2019-08-21", "2019-12-01", "qd-1048-2019", "1048", "1048/QĐ-TTg", None, False),
    ("first", "2020-05-01", "2020-06-07", "qd-1048-2019", "1048", "1048/QĐ-TTg", None, False),
    ("first", "2020-05-01", "2020-06-08", "qd-1048-2019", "1048+781", "781/QĐ-TTg", None, False),
    ("upgrade", "2022-10-03", "2023-02-23", "qd-1048-2019", "1048+781", "781/QĐ-TTg", None, False),
    # Decision 148 began on 24 February 2023; its transition rules are not in the data
    ("first", "2023-02-23", "2023-02-24", "qd-148-2023", "148", "148/QĐ-TTg", None, False),
    ("first", "2023-02-24", "2023-06-01", "qd-148-2023", "148", "148/QĐ-TTg", None, False),
    # districts ended on 30 June 2025, Decision 1489 came on 6 July 2025
    ("first", "2025-05-05", "2025-06-30", "qd-148-2023", "148", "148/QĐ-TTg", None, False),
    ("first", "2025-05-05", "2025-07-01", "qd-148-2023", "148-gap", "148/QĐ-TTg", None, False),
    ("renewal", "2025-07-03", "2025-07-05", "qd-148-2023", "148-gap", "148/QĐ-TTg", None, False),
    ("first", "2025-05-05", "2025-07-06", "qd-148-2023", "148+1489", "1489/QĐ-TTg", None, False),
    ("upgrade", "2026-01-12", "2026-05-21", "qd-148-2023", "148+1489", "1489/QĐ-TTg", None, False),
    # article 12(2)(a): 60 days for a first evaluation and an upgrade, to 21 July 2026
    (
        "first",
        "2026-05-21",
        "2026-05-22",
        "qd-148-2023",
        "148+1489",
        f"12(2)(a) ({NEW})",
        "2026-07-21",
        False,
    ),
    (
        "upgrade",
        "2026-03-02",
        "2026-07-21",
        "qd-148-2023",
        "148+1489",
        f"12(2)(a) ({NEW})",
        "2026-07-21",
        False,
    ),
    (
        "first",
        "2022-09-01",
        "2026-06-01",
        "qd-148-2023",
        "148+1489",
        f"12(2)(a) ({NEW})",
        "2026-07-21",
        False,
    ),
    ("first", "2026-05-21", "2026-07-22", "qd-26-2026", "26", f"12(2)(a) ({NEW})", "2026-07-21", True),
    ("upgrade", "2025-11-20", "2026-11-23", "qd-26-2026", "26", f"12(2)(a) ({NEW})", "2026-07-21", True),
    # article 12(2)(b): 30 days for a renewal; 21 June 2026 is a Sunday
    (
        "renewal",
        "2026-05-21",
        "2026-06-21",
        "qd-148-2023",
        "148+1489",
        f"12(2)(b) ({NEW})",
        "2026-06-22",
        False,
    ),
    (
        "renewal",
        "2026-05-21",
        "2026-06-22",
        "qd-148-2023",
        "148+1489",
        f"12(2)(b) ({NEW})",
        "2026-06-22",
        False,
    ),
    ("renewal", "2026-05-21", "2026-06-23", "qd-26-2026", "26", f"12(2)(b) ({NEW})", "2026-06-22", True),
    # both decisions in force: the day of filing decides
    ("first", "2026-05-22", "2026-05-22", "qd-26-2026", "26", "11(1)", None, False),
    ("first", "2026-06-01", "2026-07-01", "qd-26-2026", "26", "11(1)", None, False),
    # a renewal follows the law in force when it is filed, not that of its certificate of 2023
    ("renewal", "2026-05-22", "2026-08-03", "qd-26-2026", "26", "11(1)", None, False),
    ("renewal", "2026-11-23", "2026-12-07", "qd-26-2026", "26", "11(1)", None, False),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: "-".join(answer[:3]))
def test_which_law(answer):
    found = law(*answer[:3])
    last = found.finish_by and found.finish_by.isoformat()
    assert (found.regulation.code, found.variant.key, found.article, last, found.is_overdue) == answer[3:]


def test_a_reason_is_a_sentence_in_both_languages():
    assert law("renewal", "2026-05-21", "2026-06-01").reason.vi == (
        "Hồ sơ nộp ngày 21/05/2026, trước khi Quyết định 26/2026/QĐ-TTg có hiệu lực (22/05/2026) và chưa "
        "được "
        "đánh giá: làm tiếp theo Quyết định 148/QĐ-TTg, xong chậm nhất ngày 22/06/2026."
    )
    assert law("renewal", "2026-05-21", "2026-06-01").reason.en == (
        "The dossier was filed on 21 May 2026, before Decision 26/2026/QĐ-TTg took effect (22 May 2026), and "
        "not yet "
        "evaluated: it goes on under Decision 148/QĐ-TTg and ends by 22 June 2026 at the latest."
    )


REASONS = [
    (
        *("first", "2026-06-01", "2026-07-01"),
        "Hồ sơ nộp ngày 01/06/2026, khi Quyết định 26/2026/QĐ-TTg đang có hiệu lực.",
        "The dossier was filed on 1 June 2026, when Decision 26/2026/QĐ-TTg was in force.",
    ),
    (
        *("renewal", "2026-06-01", "2026-07-01"),
        "Đánh giá lại theo văn bản có hiệu lực khi nộp hồ sơ: nộp ngày 01/06/2026, Quyết định "
        "26/2026/QĐ-TTg. Văn bản của lần công nhận trước không còn dùng để chấm.",
        "A renewal follows the law in force when it is filed: filed on 1 June 2026, Decision 26/2026/QĐ-TTg. "
        "The law of the earlier recognition is no longer used to score.",
    ),
    (
        *("first", "2023-01-10", "2023-03-01"),
        "Hồ sơ nộp ngày 10/01/2023 theo Quyết định 1048/QĐ-TTg; ngày đánh giá đã thuộc Quyết định "
        "148/QĐ-TTg.",
        "The dossier was filed on 10 January 2023 under Decision 1048/QĐ-TTg; on the day of evaluation "
        "148/QĐ-TTg is in force.",
    ),
    (
        *("first", "2026-05-21", "2026-07-22"),
        "Hồ sơ nộp ngày 21/05/2026 theo Quyết định 148/QĐ-TTg, chưa xong vào ngày cuối là 21/07/2026. Từ sau "
        "ngày đó không mở phiên chấm mới theo Quyết định 148/QĐ-TTg; chỉ còn Quyết định 26/2026/QĐ-TTg.",
        "The dossier was filed on 21 May 2026 under Decision 148/QĐ-TTg and was not finished by its last "
        "day, 21 July 2026. After that day no new session is opened under Decision 148/QĐ-TTg; only Decision "
        "26/2026/QĐ-TTg is left.",
    ),
]


@pytest.mark.parametrize(("kind", "filed", "on", "vi", "en"), REASONS)
def test_the_reason_of_every_other_answer(kind, filed, on, vi, en):
    assert law(kind, filed, on).reason == Label(vi, en)


def test_the_days_that_a_certificate_may_go_on_are_those_of_the_law():
    """Of the law that applies, not of the code; where it says nothing, of the law in force on the day."""
    laws = dict(load_regulations())
    newest, filed, on = laws["qd-26-2026"], date(2026, 5, 21), date(2026, 7, 22)
    cap = newest.periods["extension_cap"]
    others = {key: period for key, period in newest.periods.items() if key != "extension_cap"}
    said = []
    for periods in ({"extension_cap": cap}, {"extension_cap": replace(cap, amount=200)}, {}):
        laws[newest.code] = replace(newest, periods=others | periods)
        said.append(applicable("renewal", filed, on, laws).may_do[1].en)
    assert said == [
        "Put in writing that the certificate stays in force until the result, "
        f"at most {days} days past its expiry, where article 12(3) covers it."
        for days in (180, 200, 180)
    ]


def test_what_the_office_may_do_is_another_thing_for_a_first_evaluation():
    assert "stays in force" not in "".join(one.en for one in law("first", "2026-05-21", "2026-07-22").may_do)
    assert (
        law("upgrade", "2026-05-21", "2026-07-22").may_do == law("first", "2026-05-21", "2026-07-22").may_do
    )


def test_the_last_day_is_counted_by_the_table_of_holidays_that_is_given():
    """21 July 2026 off: the last of the 60 days rolls on to the next day."""
    off = DayOff(date(2026, 7, 21), False, Certainty.CONFIRMED, Label("nghỉ", "off"))
    table = HolidayTable(vietnam().years, {off.on: off})
    assert applicable("first", date(2026, 5, 21), date(2026, 6, 1), table=table).finish_by == date(
        2026, 7, 22
    )


def test_an_unfinished_dossier_is_named_with_what_the_office_may_do():
    first, renewal = law("first", "2026-05-21", "2026-07-22"), law("renewal", "2026-05-21", "2026-07-22")
    assert [len(found.may_do) for found in (first, renewal)] == [3, 3]
    assert "khoản 3 Điều 12" in renewal.may_do[1].vi
    assert NEW in first.may_do[0].vi
    assert law("first", "2026-05-21", "2026-07-21").may_do == ()


def test_the_gap_of_july_2025_is_said():
    assert [
        len(law("first", "2025-06-01", day).warnings) for day in ("2025-06-30", "2025-07-01", "2025-07-06")
    ] == [
        0,
        1,
        0,
    ]
    assert "5/7/2025" in law("first", "2025-06-01", "2025-07-05").warnings[0].vi


def test_a_transition_that_is_not_in_the_data_is_said():
    assert [warning.en for warning in law("first", "2023-01-10", "2023-03-01").warnings] == [
        "The transition rules of Decision 148/QĐ-TTg are not in the data: the office must confirm which law "
        "applies."
    ]


STEPS = [
    # who scores and who decides which stars, in the order of the work
    (
        "2022-05-04",
        ["district", "province", "province", "ministry"],
        [("province", (3, 4)), ("ministry", (5,))],
    ),
    (
        "2025-06-30",
        ["district", "province", "ministry"],
        [("district", (3,)), ("province", (4,)), ("ministry", (5,))],
    ),
    ("2025-07-06", ["province", "ministry"], [("province", (3, 4)), ("ministry", (5,))]),
    (
        "2026-11-23",
        ["province", "ministry"],
        [("province", (3, 4)), ("ministry", (5,)), ("province", (3, 4))],
    ),
]


@pytest.mark.parametrize(("day", "scores", "decides"), STEPS)
def test_steps_of_each_regime(day, scores, decides):
    stages = law("first", day, day).stages
    assert [stage.level for stage in stages if stage.scores] == scores
    assert [(stage.level, stage.decides_stars) for stage in stages if stage.decides_stars] == decides


def test_the_commune_checks_first_since_1489():
    levels = {
        day: [s.level for s in law("first", day, day).stages][:2] for day in ("2025-07-05", "2025-07-06")
    }
    assert levels == {"2025-07-05": ["producer", "district"], "2025-07-06": ["producer", "commune"]}


def test_points_that_a_product_needs_to_come_further():
    found = {
        (code, stage.key): stage.from_points
        for code, regulation in load_regulations().items()
        for stage in regulation.stages
        if stage.from_points is not None
    }
    assert found == {
        ("qd-1048-2019", "district_proposal"): 50,
        ("qd-1048-2019", "province_test"): 50,
        ("qd-26-2026", "province_proposal_first"): 90,
    }


@pytest.mark.parametrize(("filed", "on"), [("2019-08-20", "2019-08-20"), ("2019-08-20", "2020-01-01")])
def test_a_day_before_every_law_is_refused(filed, on):
    with pytest.raises(NoLawError) as refused:
        law("first", filed, on)
    assert str(refused.value) == "On 20 August 2019 no OCOP regulation of the data was in force."
    assert refused.value.label.vi == "Ngày 20/08/2019 chưa có văn bản OCOP nào trong dữ liệu có hiệu lực."


def test_a_day_after_the_last_law_is_refused():
    old = {"qd-1048-2019": load_regulations()["qd-1048-2019"]}
    with pytest.raises(NoLawError):
        applicable("first", date(2023, 2, 24), date(2023, 2, 24), old)


@pytest.mark.parametrize(
    ("kind", "filed", "on", "why"),
    [
        ("revocation", "2026-01-01", "2026-01-01", "kind: 'revocation'"),
        ("first", "2026-01-02", "2026-01-01", "a dossier is not evaluated before it is filed"),
    ],
)
def test_what_makes_no_sense_is_refused(kind, filed, on, why):
    with pytest.raises(ValueError, match=rf"^{why}$"):
        law(kind, filed, on)


DAYS = st.dates(date(2019, 8, 21), date(2026, 12, 31))


@given(st.sampled_from(["first", "upgrade", "renewal"]), DAYS, st.integers(0, 2000))
def test_the_law_of_a_day_is_always_one_of_that_day(kind, filed, wait):
    day = filed + timedelta(days=wait)
    found = applicable(kind, filed, day)
    assert found.regulation.effective_from <= day <= (found.regulation.effective_to or date.max)
    assert found.variant.holds_on(day)
    assert found.stages
    assert all(stage.holds_on(day) and kind in stage.applies_to for stage in found.stages)
    assert found.is_overdue == (found.finish_by is not None and day > found.finish_by)
