"""The real evaluation against a second, naive one, on random panels of every odd case of the law;
`script/bench panels` draws very many.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.scoring import Sheet, evaluate

from .drawing import examples, facts, panels, working_rules
from .naive import naive
from .regulations import CONDITIONAL, CROSSED, MARKED_CASES, PLAIN, SMALL

DECISIONS = st.dictionaries(st.sampled_from(["T-1", "T-2"]), st.sampled_from(["suggested", "printed"]))


@pytest.mark.parametrize(
    "product_set", [PLAIN, CONDITIONAL, MARKED_CASES, CROSSED], ids=lambda s: f"set {s.number}"
)
@given(data=st.data())
@examples(25)
def test_both_implementations_agree(product_set, data):
    panel = data.draw(panels(product_set, 7))
    rules, agreed = data.draw(working_rules()), data.draw(panels(product_set, 1))[0]
    conditions = {"agreed": agreed, "facts": data.draw(facts()), "decisions": data.draw(DECISIONS)}
    compare(SMALL, product_set.number, panel, rules, conditions)


def compare(regulation, number, panel, rules, conditions):
    """Both results must be the same object; of a block the naive one knows the criterion and the star."""
    sheets = [Sheet(f"m{index}", choices) for index, choices in enumerate(panel)]
    real = evaluate(regulation, number, sheets, rules=rules, **conditions).as_json()
    real["blocked_by"] = [(block["criterion"], block["stars"]) for block in real["blocked_by"]]
    real["excluded"] = sorted(real["excluded"])
    del real["notes"]
    written = {"minimum": rules.minimum, "rounding": rules.rounding, "decimals": rules.decimals}
    written |= {"limit": rules.spread_limit, "boundary": rules.spread_boundary, "extremes": rules.extremes}
    assert real == naive(regulation, number, panel, **written, **conditions)
