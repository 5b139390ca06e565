"""Hypothesis strategies: good sheets, panels, working rules and facts for any set of any regulation."""

from hypothesis import settings
from hypothesis import strategies as st

from ocop.kernel.scoring import WorkingRules

TIMES = 1
"""How many times as many examples are drawn; `script/bench panels` sets it before it imports the tests."""

FACTS = ("product_has_story", "testing_not_mandatory", "unacceptable_impurities", "dossier_forged")


def choices_of(criterion):
    """Every way to answer a criterion, nothing ticked first."""
    if criterion.is_boolean:
        return [None, False, True]
    if criterion.cases:
        return [
            None,
            *(f"{case.letter}.{option.place}" for case in criterion.cases for option in case.options),
        ]
    return [None, *(option.place for option in criterion.options)]


def choices(product_set):
    return st.fixed_dictionaries(
        {c.code: st.sampled_from(choices_of(c)) for c in product_set.criteria.values()}
    )


def good_choices(product_set):
    """Sheets that lean to the top, so that 3, 4 and 5 stars are met often."""
    leaning = {
        c.code: st.sampled_from(choices_of(c) + choices_of(c)[-2:] * 4) for c in product_set.criteria.values()
    }
    return st.fixed_dictionaries(leaning)


def panels(product_set, most=5):
    return st.lists(st.one_of(choices(product_set), good_choices(product_set)), min_size=1, max_size=most)


def working_rules(**fixed):
    return st.builds(
        WorkingRules,
        minimum=st.sampled_from(["mean", "majority", "all", "agreed"]),
        rounding=st.sampled_from(["none", "before_band"]),
        decimals=st.integers(0, 3),
        spread_limit=st.integers(0, 40),
        **{
            "spread_boundary": st.sampled_from(["over", "reached"]),
            "extremes": st.sampled_from(["kept", "dropped"]),
            **fixed,
        },
    )


def facts(names=FACTS):
    return st.dictionaries(st.sampled_from(names), st.booleans(), max_size=2)


def examples(count):
    """Asks a property of so many examples."""
    return settings(max_examples=count * TIMES, deadline=None)
