"""The evaluation on the regulations that are loaded: the best sheet of every set, and random panels of all of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import Sheet, evaluate
from ocop.kernel.scoring.conditions import known_facts

from .drawing import choices_of, facts, panels, working_rules
from .test_differential import compare

pytestmark = pytest.mark.kernel

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
    best |= {code: "a.2" for code, c in product_set.criteria.items() if [case.max for case in c.cases] == [2, 1]}
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


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_random_panels_agree_with_the_naive_implementation(data):
    regulation, product_set = data.draw(st.sampled_from([param.values for param in SETS]))
    decidable = [anomaly.id for anomaly in regulation.anomalies if anomaly.can_be_decided] or ["none"]
    conditions = {
        "agreed": data.draw(panels(product_set, 1))[0],
        "facts": data.draw(facts(sorted(known_facts(regulation)))),
        "decisions": dict.fromkeys(data.draw(st.sets(st.sampled_from(decidable))) - {"none"}, "suggested"),
    }
    compare(regulation, product_set.number, data.draw(panels(product_set, 3)), data.draw(working_rules()), conditions)
