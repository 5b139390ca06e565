"""What is missing, as a table; and the clock of the commune."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.dossiers.rules.clock import commune_due, read_clock, working_days_between
from ocop.casework.dossiers.rules.completeness import (
    RESULT_FIELDS,
    Filing,
    GapCode,
    Paper,
    gaps,
    mandatory_kinds,
)
from ocop.kernel.calendar import UnknownYear
from ocop.kernel.law import load_regulations
from ocop.registers.producers.rules import LegalForm

LAW = load_regulations()["qd-26-2026"]
TODAY = date(2026, 11, 23)
FOOD, TEA, CRAFT, TOURISM = 7, 11, 21, 26


def choices(set_number: int) -> dict[str, object]:
    return {
        code: True if one.is_boolean else "a.1" if one.cases else 1
        for code, one in LAW.set(set_number).criteria.items()
    }


def whole(set_number: int = FOOD) -> Filing:
    return Filing(
        legal_form=LegalForm.COOPERATIVE,
        enterprise_size="",
        registration_no="15A8000123",
        set_number=set_number,
        today=TODAY,
        representative="Giàng Thị Lan",
        address="Na Nhung",
        description="Dứa sấy",
        story="",
        has_story=False,
        contact_name="Lan",
        contact_phone="0912345678",
        results=dict.fromkeys(RESULT_FIELDS, "Có"),
        production_plan="Mở rộng",
        samples_offered=5,
        declared_true=True,
        choices=choices(set_number),  # type: ignore[arg-type]
        papers=[Paper("business_registration"), Paper("production_eligibility", date(2027, 1, 1))],
    )


def found(filing: Filing) -> list[tuple[str, str]]:
    return [(gap.code.value, gap.target) for gap in gaps(filing, LAW)]


@pytest.mark.parametrize("set_number", [FOOD, TEA, CRAFT, TOURISM])
def test_a_whole_dossier_lacks_nothing(set_number: int) -> None:
    assert found(whole(set_number)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"registration_no": " "}, [("registration_missing", "")]),
        ({"representative": ""}, [("representative_missing", "")]),
        ({"address": ""}, [("address_missing", "")]),
        ({"description": ""}, [("description_missing", "")]),
        ({"contact_name": ""}, [("contact_name_missing", "")]),
        ({"contact_phone": ""}, [("contact_phone_missing", "")]),
        ({"production_plan": "  "}, [("plan_missing", "")]),
        ({"samples_offered": 4}, [("samples_missing", "5")]),
        ({"samples_offered": None}, [("samples_missing", "5")]),
        ({"declared_true": False}, [("statement_missing", "")]),
        ({"open_return_items": ["Phần IV"]}, [("return_item_open", "Phần IV")]),
        (
            {"results": dict.fromkeys(RESULT_FIELDS[1:], "Có")},
            [("results_missing", "business_results_materials")],
        ),
        ({"papers": [Paper("business_registration")]}, [("evidence_missing", "production_eligibility")]),
        (
            {"papers": [Paper("business_registration"), Paper("production_eligibility", date(2026, 11, 22))]},
            [("evidence_expired", "production_eligibility")],
        ),
        (
            {
                "papers": [Paper("business_registration")],
                "exemptions": {"production_eligibility": "Ký cam kết"},
            },
            [],
        ),
        (
            {
                "papers": [Paper("production_eligibility")],
                "exemptions": {"business_registration": "Không có"},
            },
            [("evidence_missing", "business_registration")],
        ),
    ],
)
def test_each_thing_that_may_be_missing(change: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert found(replace(whole(), **change)) == expected  # type: ignore[arg-type]


def test_a_paper_is_good_on_its_last_day() -> None:
    papers = [Paper("business_registration"), Paper("production_eligibility", TODAY)]
    assert found(replace(whole(), papers=papers)) == []


def test_one_paper_in_force_is_enough() -> None:
    old, new = (
        Paper("production_eligibility", date(2020, 1, 1)),
        Paper("production_eligibility", date(2030, 1, 1)),
    )
    assert found(replace(whole(), papers=[Paper("business_registration"), old, new])) == []


def test_unanswered_criteria_are_named_in_printed_order() -> None:
    left = {code: choice for code, choice in whole().choices.items() if code not in {"1.5", "1.1", "3.2"}}
    assert found(replace(whole(), choices=left)) == [
        ("unanswered", "1.1"),
        ("unanswered", "1.5"),
        ("unanswered", "3.2"),
    ]


def test_nothing_reached_is_an_answer() -> None:
    assert found(replace(whole(), choices={**whole().choices, "1.1": None})) == []


def test_the_story_criterion_is_asked_only_of_products_with_a_story() -> None:
    left = {code: choice for code, choice in whole().choices.items() if code != "5.2"}
    assert found(replace(whole(), choices=left)) == []
    with_story = replace(whole(), choices=left, has_story=True, story="Chuyện đất dứa")
    assert found(with_story) == [("unanswered", "5.2")]


def test_a_promised_story_must_be_written() -> None:
    assert found(replace(whole(), has_story=True)) == [("story_missing", "")]


@pytest.mark.parametrize(
    ("form", "size", "set_number", "expected"),
    [
        (LegalForm.COOPERATIVE, "", TEA, None),
        (LegalForm.COOPERATIVE_GROUP, "", FOOD, None),
        (LegalForm.FARM, "", FOOD, None),
        (LegalForm.HOUSEHOLD, "", FOOD, None),
        (LegalForm.LIMITED_COMPANY, "small", FOOD, None),
        (LegalForm.JOINT_STOCK_COMPANY, "medium", FOOD, None),
        (LegalForm.LIMITED_COMPANY, "large", FOOD, GapCode.LARGE_ENTERPRISE),
        (LegalForm.ASSOCIATION, "", TEA, GapCode.FORM_NOT_ADMITTED),
        (LegalForm.FEDERATION, "", CRAFT, GapCode.FORM_NOT_ADMITTED),
        (LegalForm.OPERATING_CENTRE, "", FOOD, GapCode.FORM_NOT_ADMITTED),
        (LegalForm.ASSOCIATION, "", TOURISM, None),
        (LegalForm.OPERATING_CENTRE, "", TOURISM, None),
    ],
)
def test_who_may_enter_which_set(
    form: LegalForm, size: str, set_number: int, expected: GapCode | None
) -> None:
    """R26-01 and R26-02."""
    filing = replace(whole(set_number), legal_form=form, enterprise_size=size)
    assert found(filing) == ([(expected.value, "")] if expected else [])


def test_a_household_without_its_number_is_named() -> None:
    filing = replace(whole(), legal_form=LegalForm.HOUSEHOLD, registration_no="")
    assert found(filing) == [("registration_missing", "")]


@pytest.mark.parametrize(
    ("set_number", "kinds"),
    [
        (FOOD, ["business_registration", "production_eligibility"]),
        (CRAFT, ["business_registration"]),
        (TOURISM, ["business_registration"]),
        (18, ["business_registration", "production_eligibility", "quality_declaration"]),
    ],
)
def test_mandatory_papers_follow_the_head_of_the_sheet(set_number: int, kinds: list[str]) -> None:
    assert mandatory_kinds(LAW, set_number) == kinds


def test_a_set_without_rubric_is_said_so() -> None:
    bare = replace(LAW, sets={**LAW.sets, FOOD: replace(LAW.set(FOOD), parts=())})
    assert [gap.code for gap in gaps(replace(whole(), choices={}), bare)] == [GapCode.NO_RUBRIC]


@pytest.mark.parametrize(
    ("handed_in", "due"),
    [
        (date(2026, 10, 5), date(2026, 10, 26)),  # RULES: received Monday 5 October 2026
        (date(2026, 10, 9), date(2026, 10, 30)),  # a Friday
        (date(2026, 10, 10), date(2026, 10, 30)),  # a Saturday: the period starts the day after
    ],
)
def test_the_commune_has_fifteen_working_days(handed_in: date, due: date) -> None:
    assert commune_due(handed_in, LAW) == due


def test_an_unknown_year_stops_the_clock_instead_of_guessing() -> None:
    with pytest.raises(UnknownYear):
        commune_due(date(2099, 10, 5), LAW)


@pytest.mark.parametrize(
    ("today", "left", "late"),
    [
        (date(2026, 10, 5), 15, False),
        (date(2026, 10, 23), 1, False),
        (date(2026, 10, 24), 1, False),
        (date(2026, 10, 26), 0, False),
        (date(2026, 10, 27), -1, True),
        (date(2026, 11, 2), -5, True),
    ],
)
def test_days_left_count_working_days(today: date, left: int, late: bool) -> None:
    clock = read_clock(date(2026, 10, 26), today, [])
    assert (clock.days_left, clock.is_late) == (left, late)


def test_the_clock_runs_on_and_counts_the_wait_beside_it() -> None:
    clock = read_clock(date(2026, 10, 26), date(2026, 10, 20), [(date(2026, 10, 8), date(2026, 10, 13))])
    assert (clock.days_left, clock.waited) == (4, 3)


def test_after_the_proposal_the_clock_stands() -> None:
    clock = read_clock(date(2026, 10, 26), date(2026, 12, 1), [], ended_on=date(2026, 10, 27))
    assert (clock.days_left, clock.is_late) == (-1, True)


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 1))


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    whole_span = working_days_between(start, end) if end.year == 2026 else None
    if whole_span is not None:
        assert working_days_between(start, middle) + working_days_between(middle, end) == whole_span
        assert working_days_between(end, start) == -whole_span


def test_everything_is_asked_in_the_order_of_the_task_list_and_mended_in_its_step() -> None:
    empty = Filing(LegalForm.COOPERATIVE, "", "", FOOD, TODAY, has_story=True, open_return_items=["Phần IV"])
    asked = [(gap.code.value, gap.step.value) for gap in gaps(empty, LAW)]
    unanswered = ("unanswered", "form_02_assessment")
    assert list(dict.fromkeys(asked)) == [
        ("registration_missing", "register"),
        ("representative_missing", "register"),
        ("address_missing", "register"),
        ("description_missing", "register"),
        ("contact_name_missing", "form_01"),
        ("contact_phone_missing", "form_01"),
        ("story_missing", "form_02_general"),
        ("results_missing", "form_02_results"),
        unanswered,
        ("evidence_missing", "evidence"),
        ("plan_missing", "form_02_plan"),
        ("samples_missing", "samples"),
        ("return_item_open", "submit"),
        ("statement_missing", "submit"),
    ]
    assert asked.count(unanswered) == len(LAW.set(FOOD).criteria)


def test_a_rubric_that_is_not_in_the_data_and_an_expired_paper_are_mended_in_their_steps() -> None:
    bare = replace(LAW, sets={**LAW.sets, FOOD: replace(LAW.set(FOOD), parts=())})
    papers = [Paper("business_registration"), Paper("production_eligibility", date(2026, 11, 22))]
    asked = gaps(replace(whole(), papers=papers), bare)
    assert [(gap.code.value, gap.step.value) for gap in asked] == [
        ("no_rubric", "form_02_assessment"),
        ("evidence_expired", "evidence"),
    ]


def test_no_sample_is_not_one_sample() -> None:
    asks_one = replace(LAW, sets={**LAW.sets, FOOD: replace(LAW.set(FOOD), sample_count=1)})
    assert [gap.target for gap in gaps(replace(whole(), samples_offered=None), asks_one)] == ["1"]


def test_an_exemption_frees_its_own_kind_only() -> None:
    old = load_regulations()["qd-1048-2019"]
    first, second, third = mandatory_kinds(old, 1)
    asked = gaps(replace(whole(1), papers=[], exemptions={second: "Ký cam kết"}), old)
    assert [gap.target for gap in asked if gap.code is GapCode.EVIDENCE_MISSING] == [first, third]
