"""What must hold for every panel; `script/bench panels` draws very many."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.scoring import Sheet, WorkingRules, evaluate
from ocop.kernel.scoring.working_rules import rounded

from .drawing import choices_of, examples, panels, working_rules
from .regulations import MARKED_CASES, PLAIN, SMALL

AGREED = {1: {"1.1": 3, "2.1": 3, "4": 2}, 4: {"1.1": "b.2", "3.1": "a.1"}}
ANY_SET = st.sampled_from([PLAIN, MARKED_CASES])


def sheets_of(panel):
    return [Sheet(f"m{number}", choices) for number, choices in enumerate(panel)]


def judged(product_set, panel, rules):
    return evaluate(SMALL, product_set, sheets_of(panel), rules=rules, agreed=AGREED[product_set.number])


def points_of(criterion, choice):
    options = {None: 0}
    for letter, ladder in criterion.ladders:
        options |= {
            option.place if letter is None else f"{letter}.{option.place}": option.points for option in ladder
        }
    return (
        {False: 0, True: criterion.max}[choice]
        if criterion.is_boolean and choice is not None
        else options[choice]
    )


@given(data=st.data())
@examples(60)
def test_raising_a_choice_never_lowers_total_or_star(data):
    panel, rules = data.draw(panels(PLAIN, 7)), data.draw(working_rules())
    member, code = (
        data.draw(st.sampled_from(range(len(panel)))),
        data.draw(st.sampled_from(list(PLAIN.criteria))),
    )
    ladder = choices_of(PLAIN.criteria[code])
    if code == "3":  # a case is a fact: raise inside it
        ladder = [
            choice
            for choice in ladder
            if choice and panel[member]["3"] and choice[0] == panel[member]["3"][0]
        ]
    higher = (
        ladder[ladder.index(panel[member][code]) :]
        if panel[member][code] in ladder
        else [panel[member][code]]
    )
    raised = [*panel]
    raised[member] = {**panel[member], code: data.draw(st.sampled_from(higher))}

    before, after = judged(PLAIN, panel, rules), judged(PLAIN, raised, rules)

    assert after.total >= before.total
    assert after.stars >= before.stars


@given(product_set=ANY_SET, data=st.data())
@examples(40)
def test_the_order_of_the_members_does_not_matter(product_set, data):
    panel, rules = data.draw(panels(product_set, 7)), data.draw(working_rules())
    turned = data.draw(st.permutations(panel))

    assert judged(product_set, turned, rules) == judged(product_set, panel, rules)


@given(product_set=ANY_SET, data=st.data(), more=st.integers(1, 4))
@examples(40)
def test_every_sheet_as_often_again_changes_nothing(product_set, data, more):
    panel, rules = data.draw(panels(product_set, 3)), data.draw(working_rules(extremes=st.just("kept")))

    assert judged(product_set, panel * (1 + more), rules) == judged(product_set, panel, rules)


@given(product_set=ANY_SET, data=st.data())
@examples(40)
def test_a_panel_of_one_is_its_sheet(product_set, data):
    choices = data.draw(panels(product_set, 1))[0]
    points = sum(points_of(criterion, choices[code]) for code, criterion in product_set.criteria.items())
    results = [
        judged(product_set, [choices], WorkingRules(minimum=rule)) for rule in ("mean", "majority", "all")
    ]

    assert [result.total for result in results] == [points] * 3
    assert results[0].spread == 0
    assert len({str([level.unmet for level in result.levels]) for result in results}) == 1


@given(product_set=ANY_SET, data=st.data())
@examples(40)
def test_every_step_does_what_it_says(product_set, data):
    panel, rules = data.draw(panels(product_set, 7)), data.draw(working_rules())
    result = judged(product_set, panel, rules)
    for step in () if result.next_step is None else result.next_step.steps:
        raised = [lifted(product_set.criteria[step.criterion], choices, step.to) for choices in panel]
        after = judged(product_set, raised, rules)
        assert after.stars >= result.next_step.stars
        assert after.total - result.total == step.points


def lifted(criterion, choices, to):
    """A sheet whose choice is raised to `to` where it is below."""
    given_choice = choices[criterion.code]
    is_same_case = isinstance(to, str) and given_choice is not None and given_choice[0] == to[0]
    if given_choice is None or given_choice is False:
        is_below = True
    elif is_same_case or not isinstance(to, str):
        is_below = choices_of(criterion).index(given_choice) < choices_of(criterion).index(to)
    else:
        is_below = points_of(criterion, given_choice) < points_of(criterion, to)
    return {**choices, criterion.code: to if is_below else given_choice}


@given(product_set=ANY_SET, data=st.data())
@examples(40)
def test_dropping_extremes_changes_the_mean_alone_and_the_parts_add_up_to_it(product_set, data):
    panel = data.draw(panels(product_set, 7))
    rules = data.draw(working_rules(extremes=st.just("kept")))
    kept, dropped = (
        judged(product_set, panel, replace(rules, extremes=word)) for word in ("kept", "dropped")
    )
    totals = sorted(member.total for member in kept.members)

    assert sum(dropped.parts.values()) == dropped.total
    assert dropped.total == (mean(totals[1:-1]) if len(totals) >= 5 else kept.total)
    assert (dropped.spread, dropped.rescore) == (kept.spread, kept.rescore)
    assert [level.minimums for level in dropped.levels] == [level.minimums for level in kept.levels]


def mean(totals):
    return Fraction(sum(totals), len(totals))


@given(panel=panels(PLAIN))
@examples(40)
def test_all_is_the_strictest_and_stars_never_exceed_the_band(panel):
    by_rule = {rule: judged(PLAIN, panel, WorkingRules(minimum=rule)) for rule in ("mean", "majority", "all")}

    assert by_rule["all"].stars <= min(by_rule["majority"].stars, by_rule["mean"].stars)
    assert all(result.stars <= result.band for result in by_rule.values())
    assert len({result.band for result in by_rule.values()}) == 1


@given(st.fractions(min_value=0, max_value=100), st.integers(0, 6))
def test_rounding_is_nearest_and_half_up(value, decimals):
    unit = Fraction(1, 10**decimals)
    figure = rounded(value, decimals)

    assert figure % unit == 0
    assert -unit / 2 < figure - value <= unit / 2 or figure - value == unit / 2


@given(
    least=st.integers(0, 100),
    members=st.integers(1, 30),
    total=st.integers(0, 3000),
    decimals=st.integers(0, 3),
)
def test_the_points_needed_are_exactly_those_with_which_the_mean_reads_as_enough(
    least, members, total, decimals
):
    for rounding in ("none", "before_band"):
        rules = WorkingRules(rounding=rounding, decimals=decimals)
        assert (total >= rules.needed(least, members)) == (rules.reading(Fraction(total, members)) >= least)
