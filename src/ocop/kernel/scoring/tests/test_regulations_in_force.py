"""The evaluation on the regulations that are loaded:
the best sheet of every set, and random panels of all of them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import Sheet, evaluate
from ocop.kernel.scoring.conditions import known_facts

from .drawing import choices_of, examples, facts, panels, working_rules
from .test_differential import compare

REGULATIONS = load_regulations()
SETS = [
    pytest.param(regulation, product_set, id=f"{code}-{product_set.number}")
    for code, regulation in REGULATIONS.items()
    for product_set in regulation.sets.values()
    if product_set.has_rubric
]


@pytest.mark.parametrize(("regulation", "product_set"), SETS)
def test_the_best_sheet_of_a_set_gives_its_best_options_and_5_stars(regulation, product_set):
    best = {code: choices_of(criterion)[-1] for code, criterion in product_set.criteria.items()}
    best |= {
        code: "a.2" for code, c in product_set.criteria.items() if [case.max for case in c.cases] == [2, 1]
    }
    result = evaluate(regulation, product_set, [Sheet("a", best)])

    assert result.errors == ()
    assert result.total == sum(
        max([option.points for _, ladder in c.ladders for option in ladder] or [c.max])
        for c in product_set.criteria.values()
    )
    assert (result.band, result.stars, result.next_step) == (5, 5, None)


def test_set_1_of_the_decision_in_force_gives_100_points():
    product_set = REGULATIONS["qd-26-2026"].set(1)
    best = {code: choices_of(criterion)[-1] for code, criterion in product_set.criteria.items()}
    result = evaluate(REGULATIONS["qd-26-2026"], 1, [Sheet("a", best)])

    assert (result.total, result.parts) == (100, {"A": 40, "B": 25, "C": 35})


ALL_SETS = [
    (regulation, product_set)
    for regulation in REGULATIONS.values()
    for product_set in regulation.sets.values()
]
LACKING = {
    "qd-26-2026": {26: "26-2026-45"},
    "qd-148-2023": dict.fromkeys(range(1, 27), "148-2023-14"),
    "qd-1048-2019": dict.fromkeys(range(1, 27), "1048-2019-07"),
}
"""By regulation, the sets whose sheets print no line on forgery, and the anomaly that says so."""


@pytest.mark.parametrize(("regulation", "product_set"), SETS)
def test_a_forged_dossier_is_excluded_under_every_set_of_every_regulation(regulation, product_set):
    best = {code: choices_of(criterion)[-1] for code, criterion in product_set.criteria.items()}
    sheets, facts = [Sheet("a", best), Sheet("b", best)], {"dossier_forged": True}
    result = evaluate(regulation, product_set, sheets, facts=facts)
    answer, doubt = result.as_json(), LACKING[regulation.code].get(product_set.number)

    assert answer["excluded"] == ["dossier_forged"]
    assert (answer["band"], answer["stars"], answer["recognised"], answer["next"]) == (
        None,
        None,
        False,
        None,
    )
    assert (answer["complete"], answer["errors"], answer["blocked_by"]) == (True, [], [])
    clause = (
        ""
        if doubt is None
        else f"; phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống ({doubt})"
    )
    english = "" if doubt is None else (
        f"; the sheet of this set does not print the line, so this is a reading of the system ({doubt})"
    )  # fmt: skip
    assert answer["notes"][0] == f"Không xếp hạng: Bị loại nếu giả mạo hồ sơ{clause}"
    assert result.as_json("en")["notes"][0] == f"Not ranked: Excluded if the dossier is forged{english}"
    assert len(answer["notes"]) == (2 if regulation.minimums_by_hand else 1)
    assert evaluate(regulation, product_set, sheets, facts={"dossier_forged": False}).excluded == ()


def test_a_set_without_a_rubric_excludes_a_forged_dossier_too():
    without = [(regulation.code, s.number) for regulation, s in ALL_SETS if not s.has_rubric]
    assert without == [("qd-1048-2019", 10)]
    result = evaluate(REGULATIONS["qd-1048-2019"], 10, [], facts={"dossier_forged": True}).as_json()
    assert (result["excluded"], [fault["code"] for fault in result["errors"]]) == (
        ["dossier_forged"],
        ["no_rubric"],
    )


@given(data=st.data())
@examples(20)
def test_random_panels_agree_with_the_naive_implementation(data):
    regulation, product_set = data.draw(st.sampled_from([param.values for param in SETS]))
    decidable = [anomaly.id for anomaly in regulation.anomalies if anomaly.can_be_decided] or ["none"]
    conditions = {
        "agreed": data.draw(panels(product_set, 1))[0],
        "facts": data.draw(facts(sorted(known_facts(regulation)))),
        "decisions": dict.fromkeys(data.draw(st.sets(st.sampled_from(decidable))) - {"none"}, "suggested"),
    }
    compare(
        regulation,
        product_set.number,
        data.draw(panels(product_set, 6)),
        data.draw(working_rules()),
        conditions,
    )
