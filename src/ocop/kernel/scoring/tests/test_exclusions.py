"""What throws a dossier out, as it stands in a rubric: the fact, the place, the words, and why it holds."""

import pytest

from ocop.kernel.law.model import Rule
from ocop.kernel.law.readings import forgery_reading
from ocop.kernel.scoring.conditions import placed_rules
from ocop.kernel.scoring.exclusions import Exclusion, ZeroScope, exclusions_by_fact, zero_scopes

from .regulations import SMALL, A, C, criterion, label, product_set, section

STOP = Rule("stop_evaluation", "zero_points", label("0 điểm"))
NOTED = Rule("note", "zero_points", label("0 điểm"))


def test_a_fact_throws_out_by_the_line_that_is_printed_or_by_a_reading_that_says_why():
    rules = tuple(placed_rules(SMALL.sets[1]))
    reading = forgery_reading(SMALL.sets[1])
    assert reading.reading is not None
    by_reading = Exclusion("dossier_forged", None, reading.label, reading.reading)
    assert exclusions_by_fact(rules, {"dossier_forged": True}) == (by_reading,)
    assert exclusions_by_fact(rules, {}) == exclusions_by_fact(rules, {"dossier_forged": False}) == ()
    printed = exclusions_by_fact(tuple(placed_rules(SMALL.sets[2])), {"foreign_materials": True})
    assert printed == (Exclusion("foreign_materials", "1.1", label("nguyên liệu")),)


@pytest.mark.parametrize(("rule", "scopes"), [(STOP, [("6.1", (1,))]), (NOTED, [])])
def test_where_0_points_end_the_evaluation(rule, scopes):
    one = product_set(
        1,
        section("1", A, criterion("1.1", A, 0, 10)),
        section("6", C, criterion("6.1", C, 0, 90, rules=(rule,)), criterion("6.2", C, 0, 1)),
    )
    assert zero_scopes(tuple(placed_rules(one)), ("1.1", "6.1", "6.2")) == tuple(
        ZeroScope(Exclusion("zero_points", at, label("0 điểm")), columns) for at, columns in scopes
    )
