"""How targets are counted: what each rule heeds, and when two would count the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.kernel.text import Label
from ocop.registers.programme.labels import BOUNDS, FIELD_WORDS, SCOPE_WORDS, SOURCES, STEPS, count_words
from ocop.registers.programme.rules import (
    AMENDABLE,
    Bound,
    BudgetSource,
    CountRule,
    OwnRule,
    Scope,
    ScopeField,
    StepKind,
    count_rules,
    counted_rules,
    counted_twice,
    counting,
    register_rules,
    unused_fields,
)

OWN = {rule.value: count_rules()[rule] for rule in OwnRule}

SCOPES = st.builds(
    Scope,
    lineage=st.sampled_from([(), (1,), (1, 2), (1, 2, 3), (1, 4)]),
    sets=st.frozensets(st.integers(1, 3), max_size=2),
    stars_from=st.sampled_from([None, 3, 4]),
    legal_forms=st.frozensets(st.sampled_from(["cooperative", "farm"]), max_size=1),
    year_from=st.sampled_from([None, 2019, 2021]),
    year_to=st.sampled_from([None, 2020, 2022]),
)


def test_every_rule_has_its_words_and_its_scope():
    assert set(OwnRule) - count_rules().keys() == set()
    assert [rule.key for rule in count_rules().values() if ScopeField.PLACE not in rule.narrowed_by] == []
    assert [set(words) for words in (BOUNDS, SOURCES, STEPS, SCOPE_WORDS)] == [
        set(kinds) for kinds in (Bound, BudgetSource, StepKind, ScopeField)
    ]
    assert {field for fields in AMENDABLE.values() for field in fields} == set(FIELD_WORDS)
    assert count_rules().keys() == counted_rules().keys()


def test_a_package_brings_its_rules_once():
    with pytest.raises(ValueError, match="count rules of support are registered already"):
        register_rules("support", tuple)


def test_what_a_package_brings_is_asked_for_whenever_the_rules_are_read(monkeypatch):
    monkeypatch.setattr(counting, "_asked", {})
    brought = [CountRule("fairs", Label("Hội chợ", "Fairs"), frozenset())]
    register_rules("support", lambda: brought)
    assert count_rules() == {**OWN, "fairs": brought[0]}
    brought.clear()
    assert count_rules() == OWN


def test_a_rule_that_is_gone_is_named_by_its_key():
    assert (count_words("gone"), count_words("fairs")) == ("gone", "Hội chợ, kết nối đã tổ chức")


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Scope(), Scope(), True),
        (Scope((1, 2)), Scope(), True),
        (Scope((1, 2)), Scope((1, 3)), False),
        (Scope((1, 2)), Scope((1, 2, 9)), True),
        (Scope(sets=frozenset({1})), Scope(sets=frozenset({2})), False),
        (Scope(sets=frozenset({1, 2})), Scope(sets=frozenset({2})), True),
        (Scope(stars_from=3), Scope(stars_from=5), True),
        (Scope(legal_forms=frozenset({"farm"})), Scope(legal_forms=frozenset({"cooperative"})), False),
        (Scope(year_from=2019, year_to=2020), Scope(year_from=2021), False),
        (Scope(year_from=2019, year_to=2020), Scope(year_from=2020, year_to=2020), True),
        (Scope(year_to=2020), Scope(year_from=2021), False),
    ],
)
def test_overlaps(one, other, overlap):
    assert (one.overlaps(other), other.overlaps(one)) == (overlap, overlap)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=SCOPES, other=SCOPES)
def test_overlapping_is_mutual_and_everything_meets_everything(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(Scope())
    assert one.overlaps(one) or (one.year_from or 0) > (one.year_to or 9999)


def test_only_the_same_rule_counts_twice():
    assert counted_twice("logo", Scope(), "logo", Scope())
    assert not counted_twice("logo", Scope(), "fairs", Scope())
    assert not counted_twice("", Scope(), "", Scope())


def test_what_a_rule_does_not_heed():
    given = frozenset({ScopeField.PLACE, ScopeField.STARS})
    assert unused_fields("tourism", given) == {ScopeField.STARS}
    assert unused_fields("new_products", given) == frozenset()
    assert unused_fields("", frozenset(ScopeField)) == frozenset()
