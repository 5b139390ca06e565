"""Facts, stop rules and settled doubts: R26-07 and the notes of the rubrics."""

import pytest

from ocop.kernel.law.model import Part, Rule, Subgroup
from ocop.kernel.scoring import evaluate
from ocop.kernel.scoring.conditions import (
    HEADING_FACTS,
    TESTING_NOT_MANDATORY,
    PlacedRule,
    known_facts,
    placed_rules,
)
from ocop.kernel.text import Label

from .panels import conditional, panel, plain
from .regulations import (
    ALL_AT_TOP,
    BY_HAND,
    CONDITIONAL_AT_TOP,
    CROSSED,
    SMALL,
    A,
    anomaly,
    criterion,
    label,
    product_set,
    regulation,
    section,
)


def working(result, code):
    return next(criterion for criterion in result.criteria if criterion.criterion.code == code)


@pytest.mark.parametrize(
    ("fact", "printed_at"),
    [("dossier_forged", None), ("foreign_materials", "1.1"), ("unacceptable_impurities", "6.1")],
)
def test_an_excluding_fact_leaves_points_and_takes_the_star(fact, printed_at):
    result = conditional({}, facts={fact: True})

    assert [(exclusion.code, exclusion.criterion) for exclusion in result.excluded] == [(fact, printed_at)]
    assert (result.complete, result.total, result.band, result.stars, result.recognised) == (
        True,
        100,
        None,
        None,
        False,
    )
    assert (result.blocked_by, result.next_step, result.errors) == ((), None, ())
    assert result.as_json()["excluded"] == [fact]


@pytest.mark.parametrize("fact", ["dossier_forged", "foreign_materials", "unacceptable_impurities"])
def test_a_fact_that_does_not_hold_excludes_nothing(fact):
    assert conditional({}, facts={fact: False}) == conditional({})


def test_exclusions_come_in_printed_order_and_are_told():
    result = conditional({}, facts={"unacceptable_impurities": True, "dossier_forged": True})

    assert result.as_json()["excluded"] == ["dossier_forged", "unacceptable_impurities"]
    assert result.as_json()["notes"] == [
        "Không xếp hạng: giả mạo hồ sơ",
        "Không xếp hạng, theo mục 6.1: tạp chất",
    ]
    assert result.as_json("en")["notes"] == [
        "Not ranked: giả mạo hồ sơ (en)",
        "Not ranked, by 6.1: tạp chất (en)",
    ]


def test_a_fact_that_the_sheet_of_the_set_does_not_name_changes_nothing_and_is_told():
    result = evaluate(SMALL, 1, panel(ALL_AT_TOP), facts={"production_permit_missing": True})

    assert (result.stars, result.excluded) == (5, ())
    assert result.as_json()["notes"] == [
        "Điều kiện production_permit_missing không có trong phiếu của bộ sản phẩm 1, nên không đổi kết quả."
    ]
    assert result.as_json("en")["notes"] == [
        "The sheet of product set 1 says nothing about production_permit_missing, so it changes nothing."
    ]


def test_a_forged_dossier_is_out_where_the_sheet_prints_no_line_as_a_reading_that_says_so():
    result = evaluate(SMALL, 1, panel(ALL_AT_TOP), facts={"dossier_forged": True})

    assert (result.total, result.band, result.stars, result.recognised, result.next_step) == (
        100, None, None, False, None,
    )  # fmt: skip
    assert result.as_json()["excluded"] == ["dossier_forged"]
    assert result.as_json()["notes"] == [
        "Không xếp hạng: Bị loại nếu giả mạo hồ sơ; phiếu của bộ này không in dòng đó, "
        "nên đây là cách hiểu của hệ thống"
    ]
    assert result.as_json("en")["notes"] == [
        "Not ranked: Excluded if the dossier is forged; the sheet of this set does not print the line, "
        "so this is a reading of the system"
    ]
    assert evaluate(SMALL, 1, panel(ALL_AT_TOP), facts={"dossier_forged": False}) == plain({})


def test_forgery_printed_at_a_criterion_is_the_ground_without_a_reading():
    rule = Rule("disqualify", "dossier_forged", label("giấy giả"))
    printed = product_set(1, section("1", A, criterion("1.1", A, 0, 100, rules=(rule,))))
    result = evaluate(regulation(printed), 1, panel({"1.1": 2}), facts={"dossier_forged": True})

    assert [(one.code, one.criterion, one.reading) for one in result.excluded] == [
        ("dossier_forged", "1.1", None)
    ]


def test_a_forged_dossier_is_out_even_where_its_set_has_no_rubric():
    result = evaluate(SMALL, 3, panel({}), facts={"dossier_forged": True})

    assert (result.as_json()["excluded"], [fault.code for fault in result.errors]) == (
        ["dossier_forged"],
        ["no_rubric"],
    )
    assert evaluate(SMALL, 99, panel({}), facts={"dossier_forged": True}).excluded == ()


@pytest.mark.parametrize(
    ("given", "excluded"),
    [
        ((1,), True),
        ((2,), False),
        ((1, 2), False),  # half is not more than half
        ((1, 1, 2), True),
        ((1, 2, 2), False),
        ((None, None, 2), True),  # nothing ticked counts
        ((1, None, 2), True),
        ((1, None, 2, 2), False),
    ],
)
@pytest.mark.parametrize("code", ["6.1.1", "6.2"])
def test_zero_points_from_more_than_half_of_the_members_stop_the_evaluation(code, given, excluded):
    result = conditional(*({code: choice} for choice in given))

    assert result.as_json()["excluded"] == (["zero_points"] if excluded else [])
    assert (result.stars is None) == excluded


def test_zero_points_are_counted_per_criterion_not_over_the_scope():
    assert conditional({"6.1.1": 1}, {"6.1.2": 1}, {"6.2": 1}).excluded == ()


def test_zero_points_outside_the_scope_stop_nothing():
    assert conditional({"7": 1}).excluded == ()


def test_a_stop_rule_on_a_criterion_looks_at_that_criterion():
    assert evaluate(SMALL, CROSSED, panel({"6.1": 1})).as_json()["excluded"] == ["zero_points"]
    assert evaluate(SMALL, CROSSED, panel({"6.1": 2})).as_json()["excluded"] == []


def test_without_a_story_its_criterion_counts_as_nothing_ticked():
    result = conditional({}, facts={"product_has_story": False})

    assert result.total == 85
    assert [member.choice for member in working(result, "5.2").members] == [None]
    assert working(result, "5.2").applies is False
    assert (result.band, result.stars) == (4, 2)  # and fails its 3-star minimum
    assert result.as_json()["blocked_by"] == [{"criterion": "5.2", "stars": 3, "needs": 2, "has": 0}]


def test_without_a_story_its_criterion_may_be_unnamed():
    named = {code: choice for code, choice in CONDITIONAL_AT_TOP.items() if code != "5.2"}
    result = evaluate(SMALL, 2, panel(named), facts={"product_has_story": False})

    assert (result.errors, result.total) == ((), 85)


def test_a_product_has_a_story_unless_it_is_said_otherwise():
    assert conditional({}, facts={"product_has_story": True}) == conditional({})
    assert conditional({}).total == 100


def test_a_test_that_is_not_mandatory_gives_full_points():
    result = conditional({"7": 1}, {"7": None}, facts={"testing_not_mandatory": True})

    assert result.total == 100
    assert [(m.choice, m.points) for m in working(result, "7").members] == [(3, 15), (3, 15)]
    assert working(result, "7").is_full is True
    assert result.stars == 5


def test_without_the_fact_the_test_gives_what_was_chosen():
    assert conditional({"7": 1}).total == 85
    assert conditional({"7": 1}, facts={"testing_not_mandatory": False}).total == 85


def test_testing_not_mandatory_means_nothing_where_no_rule_says_so():
    assert evaluate(SMALL, 1, panel(ALL_AT_TOP), facts={"testing_not_mandatory": True}) == plain({})


def test_a_decision_changes_the_points_of_the_doubtful_option_and_is_told():
    printed, suggested = conditional({"1.1": 2}), conditional({"1.1": 2}, decisions={"T-1": "suggested"})

    assert (printed.total, suggested.total) == (98, 99)
    assert printed.notes == ()
    assert suggested.as_json()["notes"] == [
        "Theo quyết định của cơ quan (T-1): tiêu chí 1.1, mức 2 được 2 điểm, bản in ghi 1."
    ]
    assert suggested.as_json("en")["notes"] == [
        "By decision of the office (T-1): criterion 1.1, option 2 gives 2 points, 1 is printed."
    ]


def test_a_decision_changes_the_mark_of_the_doubtful_option():
    assert conditional({"5.1": 1}).stars == 5
    settled = conditional({"5.1": 1}, decisions={"T-2": "suggested"})

    assert settled.stars == 2
    assert settled.as_json()["notes"] == [
        "Theo quyết định của cơ quan (T-2): tiêu chí 5.1, mức 2 là yêu cầu tối thiểu của hạng 3 sao, bản in "
        "không có."
    ]
    assert settled.as_json("en")["notes"] == [
        "By decision of the office (T-2): criterion 5.1, option 2 is a minimum for 3 stars, which is not "
        "printed."
    ]


def test_a_decision_for_what_is_printed_changes_nothing():
    assert conditional({"1.1": 2}, decisions={"T-1": "printed"}) == conditional({"1.1": 2})


def test_a_decision_about_another_set_changes_nothing():
    assert evaluate(SMALL, 1, panel(ALL_AT_TOP), decisions={"T-1": "suggested"}) == plain({})


def test_minimums_that_are_not_in_the_data_are_told_with_every_result():
    result = evaluate(BY_HAND, 1, panel(ALL_AT_TOP))

    assert result.as_json()["notes"] == ["Yêu cầu tối thiểu phải kiểm tra bằng tay."]
    assert result.as_json("en")["notes"] == ["Yêu cầu tối thiểu phải kiểm tra bằng tay. (en)"]


def covered(scope):
    """What a rule of this scope covers, printed at a section, at its subgroup and at a criterion of it."""
    rules = (Rule("stop_evaluation", "zero_points", Label("0 điểm", "0 points"), scope),)
    first, second = Part.COMMUNITY, Part.MARKETING
    wide = product_set(
        9,
        section("1", first, criterion("1.1", first, 0, 40), is_single=True),
        section(
            "2",
            second,
            criterion("2.1.1", second, 0, 5, subgroup="2.1", rules=rules),
            criterion("2.1.2", second, 0, 5, subgroup="2.1"),
            criterion("2.2", second, 0, 15),
            subgroups=(Subgroup("2.1", Label("2.1", "2.1"), 10, rules=rules),),
            rules=rules,
        ),
    )
    printed = [
        placed for placed in placed_rules(wide) if placed.printed_at
    ]  # without our reading of forged dossiers
    return [(placed.printed_at, " ".join(placed.criteria)) for placed in printed]


@pytest.mark.parametrize(
    ("scope", "of_section", "of_subgroup", "of_criterion"),
    [
        ("set", "1.1 2.1.1 2.1.2 2.2", "1.1 2.1.1 2.1.2 2.2", "1.1 2.1.1 2.1.2 2.2"),
        ("section", "2.1.1 2.1.2 2.2", "2.1.1 2.1.2 2.2", "2.1.1 2.1.2 2.2"),
        ("subgroup", "2.1.1 2.1.2 2.2", "2.1.1 2.1.2", "2.1.1 2.1.2"),
        ("criterion", "2.1.1 2.1.2 2.2", "2.1.1 2.1.2", "2.1.1"),
    ],
)
def test_the_scope_of_a_rule_says_which_criteria_it_covers(scope, of_section, of_subgroup, of_criterion):
    assert covered(scope) == [("2", of_section), ("2.1", of_subgroup), ("2.1.1", of_criterion)]


def test_a_rule_at_the_head_of_a_sheet_covers_every_criterion():
    one = SMALL.sets[2]
    first = next(placed_rules(one))
    assert (first.fact, first.printed_at, first.criteria) == ("dossier_forged", None, tuple(one.criteria))


def test_what_a_remark_names_is_no_fact_that_may_be_passed_in():
    """Nor is 0 points, which is found in the sheets."""
    rules = (Rule("note", "seen_on_the_way", label("ghi chú")), Rule("disqualify", "stale", label("cũ")))
    stop = Rule("stop_evaluation", "zero_points", label("0 điểm"))
    named = product_set(1, section("1", A, criterion("1.1", A, 0, 100, rules=(*rules, stop))))
    assert known_facts(regulation(named)) == {
        "stale", "product_has_story", "testing_not_mandatory", *HEADING_FACTS,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "applies"), [(None, False), ({"exported": False}, False), ({"exported": True}, True)]
)
def test_a_criterion_for_some_products_waits_for_the_fact_that_makes_it_apply(facts, applies):
    """Only a story is taken for granted; a case to be chosen (a rule without a fact) changes nothing."""
    rules = (Rule("applies_if", "exported", label("xuất khẩu")), Rule("choose_one_case", None, label("chọn")))
    law = regulation(product_set(1, section("1", A, criterion("1.1", A, 0, 100, rules=rules))))
    result = evaluate(law, 1, panel({"1.1": 2}), facts=facts)
    assert (working(result, "1.1").applies, result.total) == (applies, 100 if applies else 0)


def test_a_settled_doubt_is_told_with_what_is_printed():
    one = product_set(1, section("1", A, criterion("1.1", A, 0, 10, 100)))
    law = regulation(one, anomalies=(anomaly("T-1", 1, "1.1", 2, suggested_points=12),))
    result = evaluate(law, 1, panel({"1.1": 2}), decisions={"T-1": "suggested"})
    assert (result.total, result.notes) == (
        12,
        (
            Label(
                "Theo quyết định của cơ quan (T-1): tiêu chí 1.1, mức 2 được 12 điểm, bản in ghi 10.",
                "By decision of the office (T-1): criterion 1.1, option 2 gives 12 points, 10 is printed.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("type", "when", "fact"),
    [
        ("applies_if", "has_story", "has_story"),
        ("full_points_if_not_mandatory", None, TESTING_NOT_MANDATORY),
        ("choose_one_case", None, None),
    ],
)
def test_the_fact_that_triggers_a_rule(type, when, fact):
    assert PlacedRule(Rule(type, when, Label("chú", "note")), "1.1", ("1.1",)).fact == fact
