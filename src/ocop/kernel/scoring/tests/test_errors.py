"""Every error code: found, placed, and said in both languages."""

import pytest

from ocop.kernel.scoring import FaultCode, Sheet, WorkingRules, evaluate, partial
from ocop.kernel.scoring.sentences import SENTENCES

from .panels import panel
from .regulations import (
    ALL_AT_TOP,
    CONDITIONAL_AT_TOP,
    EMPTY,
    SMALL,
    A,
    cases,
    product_set,
    regulation,
    section,
)


def faults(result):
    return [(fault.code.value, fault.member, fault.criterion) for fault in result.errors]


def plain_faults(change, **more):
    return faults(evaluate(SMALL, 1, panel({**ALL_AT_TOP, **change}), **more))


def without(code):
    return {name: choice for name, choice in ALL_AT_TOP.items() if name != code}


@pytest.mark.parametrize(
    ("change", "code", "criterion"),
    [
        ({"1.1": 0}, "place_out_of_range", "1.1"),
        ({"1.1": 5}, "place_out_of_range", "1.1"),
        ({"1.1": -1}, "place_out_of_range", "1.1"),
        ({"1.1": 10**30}, "place_out_of_range", "1.1"),
        ({"1.1": True}, "wrong_type", "1.1"),
        ({"1.1": "2"}, "wrong_type", "1.1"),
        ({"1.1": "a.2"}, "wrong_type", "1.1"),
        ({"1.1": 2.0}, "wrong_type", "1.1"),
        ({"1.1": [2]}, "wrong_type", "1.1"),
        ({"1.1": {}}, "wrong_type", "1.1"),
        ({"1.2": 1}, "wrong_type", "1.2"),
        ({"1.2": 0}, "wrong_type", "1.2"),
        ({"1.2": "true"}, "wrong_type", "1.2"),
        ({"3": 2}, "case_missing", "3"),
        ({"3": "2"}, "case_missing", "3"),
        ({"3": "c.1"}, "case_missing", "3"),
        ({"3": "b"}, "case_missing", "3"),
        ({"3": ".1"}, "case_missing", "3"),
        ({"3": ""}, "case_missing", "3"),
        ({"3": "b.3"}, "place_out_of_range", "3"),
        ({"3": "a.0"}, "place_out_of_range", "3"),
        ({"3": "b.-1"}, "place_out_of_range", "3"),
        ({"3": "b.x"}, "wrong_type", "3"),
        ({"3": "b.X1"}, "wrong_type", "3"),
        ({"3": "b.2.1"}, "wrong_type", "3"),
        ({"3": True}, "wrong_type", "3"),
        ({"3": ["b.2"]}, "wrong_type", "3"),
        ({"9.9": 1}, "criterion_unknown", "9.9"),
        ({"9.9": None}, "criterion_unknown", "9.9"),
    ],
)
def test_a_choice_that_cannot_be_read(change, code, criterion):
    assert plain_faults(change) == [(code, "a", criterion)]


def test_a_criterion_that_is_not_named():
    assert faults(evaluate(SMALL, 1, panel(without("1.2")))) == [("criterion_missing", "a", "1.2")]


def test_a_criterion_with_a_test_that_is_not_mandatory_must_still_be_named():
    choices = {code: choice for code, choice in CONDITIONAL_AT_TOP.items() if code != "7"}
    result = evaluate(SMALL, 2, panel(choices), facts={"testing_not_mandatory": True})

    assert faults(result) == [("criterion_missing", "a", "7")]


def test_a_story_criterion_must_be_named_where_there_is_a_story():
    choices = {code: choice for code, choice in CONDITIONAL_AT_TOP.items() if code != "5.2"}

    assert faults(evaluate(SMALL, 2, panel(choices))) == [("criterion_missing", "a", "5.2")]


def test_faults_come_by_sheet_then_in_printed_order():
    result = evaluate(SMALL, 1, panel({**ALL_AT_TOP, "4": 9, "1.1": 9}, without("2.1") | {"x": 1}))

    assert faults(result) == [
        ("place_out_of_range", "a", "1.1"),
        ("place_out_of_range", "a", "4"),
        ("criterion_missing", "b", "2.1"),
        ("criterion_unknown", "b", "x"),
    ]


def test_with_any_fault_there_is_no_star():
    answer = evaluate(SMALL, 1, panel(ALL_AT_TOP, {**ALL_AT_TOP, "1.1": 9})).as_json()

    del answer["errors"]
    assert answer == {
        "complete": False,
        "total": None,
        "total_exact": None,
        "parts": {},
        "band": None,
        "stars": None,
        "recognised": False,
        "spread": None,
        "rescore": False,
        "excluded": [],
        "blocked_by": [],
        "next": None,
        "notes": [],
    }


@pytest.mark.parametrize("number", [99, 0, -1, "1", True, None, 1.0, [1]])
def test_a_set_that_the_regulation_has_not(number):
    assert faults(evaluate(SMALL, number, panel(ALL_AT_TOP))) == [("unknown_set", None, None)]


def test_a_set_whose_rubric_is_not_loaded():
    assert faults(evaluate(SMALL, 3, panel({}))) == [("no_rubric", None, None)]
    assert faults(evaluate(SMALL, EMPTY, panel({}))) == [("no_rubric", None, None)]


def test_no_sheets():
    assert faults(evaluate(SMALL, 1, [])) == [("no_sheets", None, None)]


def test_two_sheets_of_one_member():
    sheets = [Sheet(member, ALL_AT_TOP) for member in ("a", "b", "a", "a")]

    assert faults(evaluate(SMALL, 1, sheets)) == [("duplicate_member", "a", None)] * 2


@pytest.mark.parametrize("choices", [None, [], "x", 3])
def test_choices_that_are_no_object(choices):
    assert faults(evaluate(SMALL, 1, [Sheet("a", choices)])) == [("wrong_type", "a", None)]


@pytest.mark.parametrize("member", [None, 1, ["a"], "", "  "])
def test_a_member_without_a_name(member):
    assert faults(evaluate(SMALL, 1, [Sheet(member, ALL_AT_TOP)])) == [("wrong_type", None, None)]


AGREED = {"1.1": 4, "2.1": 3, "4": 3}


@pytest.mark.parametrize(
    ("agreed", "expected"),
    [
        (AGREED, []),
        (AGREED | {"3": "b.2", "1.2": "no mark here, so it is not read"}, []),
        ({}, [("agreed_missing", None, code) for code in ("1.1", "2.1", "4")]),
        (None, [("agreed_missing", None, code) for code in ("1.1", "2.1", "4")]),
        ({"1.1": 4, "4": 3}, [("agreed_missing", None, "2.1")]),
        (AGREED | {"1.1": 5}, [("place_out_of_range", None, "1.1")]),
        (AGREED | {"1.1": True}, [("wrong_type", None, "1.1")]),
        (AGREED | {"9.9": 1}, [("criterion_unknown", None, "9.9")]),
        ([], [("wrong_type", None, None)]),
    ],
)
def test_what_the_council_agreed(agreed, expected):
    # by level, then printed order: 1.1 and 2.1 are marked for 3 stars, 4 for 5 stars
    assert plain_faults({}, rules=WorkingRules(minimum="agreed"), agreed=agreed) == expected


def test_a_story_criterion_needs_no_agreement_without_a_story():
    result = evaluate(
        SMALL,
        2,
        panel(CONDITIONAL_AT_TOP),
        rules=WorkingRules(minimum="agreed"),
        agreed={"3.1": 1, "3.2": 2, "7": 3},
        facts={"product_has_story": False},
    )

    assert faults(result) == []
    assert [block.criterion for block in result.blocked_by] == ["5.2"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"no_such_fact": True}, [("unknown_fact", None, None)]),
        ({"no_such_fact": False}, [("unknown_fact", None, None)]),
        ({"zero_points": True}, [("unknown_fact", None, None)]),
        ({"dossier_forged": 1}, [("wrong_type", None, None)]),
        ({"dossier_forged": None}, [("wrong_type", None, None)]),
        (["dossier_forged"], [("wrong_type", None, None)]),
        ({"unacceptable_impurities": True}, []),
        (dict.fromkeys(("registration_not_conforming", "food_safety_certificate_missing"), False), []),
        (dict.fromkeys(("production_permit_missing", "product_declaration_missing"), False), []),
    ],
)
def test_facts(facts, expected):
    assert plain_faults({}, facts=facts) == expected


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ({"T-1": "suggested"}, []),
        ({"T-1": "printed"}, []),
        ({"T-9": "suggested"}, [("unknown_decision", None, None)]),
        ({"T-3": "suggested"}, [("unknown_decision", None, None)]),  # recorded, but nothing is suggested
        ({"T-1": "perhaps"}, [("unknown_decision", None, None)]),
        ({"T-1": True}, [("unknown_decision", None, None)]),
        ({"T-1": ["suggested"]}, [("unknown_decision", None, None)]),
        ("T-1", [("wrong_type", None, None)]),
    ],
)
def test_decisions(decisions, expected):
    assert plain_faults({}, decisions=decisions) == expected


def test_an_exclusion_is_told_even_where_the_sheets_stopped_short():
    result = evaluate(SMALL, 2, panel({"1.1": 1}), facts={"dossier_forged": True})

    assert result.as_json()["excluded"] == ["dossier_forged"]
    assert len(result.errors) == 8


SAID = [
    (
        {"1.1": 9},
        "Phiếu của a: tiêu chí 1.1 không có mức 9. Hãy chọn từ mức 1 đến mức 4.",
        "Sheet of a: criterion 1.1 has no option 9. Choose from 1 to 4.",
    ),
    (
        {"3": "b.3"},
        "Phiếu của a: tiêu chí 3 không có mức “b.3”. Hãy chọn từ mức b.1 đến mức b.2.",
        "Sheet of a: criterion 3 has no option “b.3”. Choose from b.1 to b.2.",
    ),
    (
        {"1.2": 1},
        "Phiếu của a, tiêu chí 1.2: giá trị 1 không đúng kiểu. Hãy ghi true, false hoặc null.",
        "Sheet of a, criterion 1.2: the value 1 is of the wrong type. Write true, false or null.",
    ),
    (
        {"3": 2},
        "Phiếu của a: tiêu chí 3 chia trường hợp a, b; 2 chưa nêu trường hợp. Hãy ghi như a.1.",
        "Sheet of a: criterion 3 has cases a, b; 2 names none. Write for example a.1.",
    ),
    (
        {"9.9": 1},
        "Phiếu của a: bộ sản phẩm 1 không có tiêu chí 9.9. Hãy xoá hoặc sửa mã tiêu chí.",
        "Sheet of a: product set 1 has no criterion 9.9. Remove it or correct its code.",
    ),
]


@pytest.mark.parametrize(
    ("change", "vi", "en"), SAID, ids=[next(iter(change)) + str(change) for change, _, _ in SAID]
)
def test_sentences_say_where_what_and_what_to_do(change, vi, en):
    result = evaluate(SMALL, 1, panel({**ALL_AT_TOP, **change}))

    assert [result.as_json(language)["errors"][0]["text"] for language in ("vi", "en")] == [vi, en]


@pytest.mark.parametrize("number", [1, 9])
def test_a_result_without_a_star_has_the_rules_of_its_council_too(number):
    rules = WorkingRules(minimum="all", decimals=3)
    result = evaluate(SMALL, number, panel({}), rules=rules, facts={"production_permit_missing": True})
    assert (result.rules, bool(result.errors)) == (rules, True)
    # and what the facts say of the set, where there is one
    assert len(result.notes) == (1 if number == 1 else 0)


def test_the_sheet_of_nobody_yet_has_no_name_in_its_faults():
    result = partial(SMALL, 1, {"1.1": 9, "9.9": 1})
    assert faults(result) == [("place_out_of_range", None, "1.1"), ("criterion_unknown", None, "9.9")]


def test_the_last_place_that_is_named_is_that_of_the_case():
    law = regulation(product_set(1, section("1", A, cases("1", A, (0, 10), (0, 5, 100)), is_single=True)))
    (fault,) = evaluate(law, 1, panel({"1": "a.3"})).errors
    assert fault.text("en") == "Sheet of a: criterion 1 has no option “a.3”. Choose from a.1 to a.2."


def test_a_member_that_is_no_name_stands_in_no_fault():
    result = evaluate(SMALL, 1, [Sheet(1, {**ALL_AT_TOP, "1.1": 9})])
    assert faults(result) == [("wrong_type", None, None), ("place_out_of_range", None, "1.1")]


def test_every_code_has_its_sentence():
    assert {name.partition(".")[0] for name in SENTENCES} == {code.value for code in FaultCode}


def test_what_could_not_be_read_has_no_working():
    result = evaluate(SMALL, 1, panel({**ALL_AT_TOP, "1.1": 9}))
    assert (result.criteria, result.members, result.levels) == ((), (), ())
