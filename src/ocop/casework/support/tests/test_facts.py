"""Facts are read strictly, whatever is sent."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.support.labels.facts import words
from ocop.casework.support.rules import FactFault, kinds, read_facts
from ocop.casework.support.tests.cast import facts_for
from ocop.kernel.faults import Fault

KINDS = list(kinds().values())
LISTING, TOURISM, BOARD, STANDARD = (kinds()[key] for key in ("listing", "tourism", "signboard", "standard"))
ORGANISATION = kinds()["organisation"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_everything_written_is_kept_and_reading_twice_changes_nothing(kind):
    facts, faults = read_facts(kind, facts_for(kind, whole=True))
    assert (set(facts), faults) == ({field.key for field in kind.fields}, [])
    assert read_facts(kind, json.loads(json.dumps(facts))) == (facts, [])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_nothing_written_names_every_required_field(kind):
    wanted = [Fault(field.key, FactFault.REQUIRED) for field in kind.fields if field.required]
    assert read_facts(kind, {}) == ({}, wanted)


HOSTILE = [
    (LISTING, "url", "javascript:alert(1)", FactFault.NOT_A_LINK),
    (LISTING, "url", "data:text/html,x", FactFault.NOT_A_LINK),
    (LISTING, "url", "https://", FactFault.NOT_A_LINK),
    (LISTING, "url", "https://localhost", FactFault.NOT_A_LINK),
    (LISTING, "url", "https://a.vn/ b", FactFault.NOT_A_LINK),
    (LISTING, "url", "https://[a.vn", FactFault.NOT_A_LINK),
    (LISTING, "url", "https://a.vn/" + "x" * 500, FactFault.TOO_LONG),
    (LISTING, "url", 5, FactFault.UNREADABLE),
    (LISTING, "platform", "ebay", FactFault.NOT_A_CHOICE),
    (LISTING, "platform", ["shopee"], FactFault.NOT_A_CHOICE),
    (LISTING, "items", -1, FactFault.OUT_OF_RANGE),
    (LISTING, "items", True, FactFault.UNREADABLE),
    (LISTING, "items", "5", FactFault.UNREADABLE),
    (LISTING, "items", 10**10, FactFault.OUT_OF_RANGE),
    (LISTING, "keeper", "x" * 301, FactFault.TOO_LONG),
    (LISTING, "keeper", "a\x00b", FactFault.UNREADABLE),
    (LISTING, "keeper", {"a": 1}, FactFault.UNREADABLE),
    (TOURISM, "readiness", "100.5", FactFault.OUT_OF_RANGE),
    (TOURISM, "readiness", "NaN", FactFault.UNREADABLE),
    (TOURISM, "readiness", "Infinity", FactFault.UNREADABLE),
    (TOURISM, "readiness", 7.5, FactFault.UNREADABLE),
    (TOURISM, "readiness", "bảy", FactFault.UNREADABLE),
    (BOARD, "area_ha", "1." + "1" * 29, FactFault.TOO_LONG),
    (STANDARD, "valid_until", "31/12/2026", FactFault.UNREADABLE),
    (STANDARD, "valid_until", "1700-01-01", FactFault.OUT_OF_RANGE),
    (STANDARD, "valid_until", datetime(2026, 1, 1), FactFault.UNREADABLE),  # noqa: DTZ001 - no day alone
    (ORGANISATION, "books_before", "yes", FactFault.UNREADABLE),
    (ORGANISATION, "revenue_before", 10**16, FactFault.OUT_OF_RANGE),
    (ORGANISATION, "colour", "red", FactFault.UNKNOWN),
]


@pytest.mark.parametrize(("kind", "key", "value", "code"), HOSTILE)
def test_what_cannot_be_is_not_taken(kind, key, value, code):
    facts, faults = read_facts(kind, {**facts_for(kind), key: value})
    assert faults == [Fault(key, code)]
    assert key not in facts


GOOD = [
    (TOURISM, "readiness", Decimal("87.50"), "87.5"),
    (TOURISM, "readiness", 0, "0"),
    (TOURISM, "readiness", "100", "100"),
    (TOURISM, "readiness", "100.0", "100"),
    (BOARD, "area_ha", "1." + "1" * 28, "1." + "1" * 28),
    (STANDARD, "valid_until", date(2027, 2, 28), "2027-02-28"),
    (ORGANISATION, "books_after", False, False),
    (LISTING, "keeper", "  Lan  ", "Lan"),
    (LISTING, "keeper", "x" * 300, "x" * 300),
    (LISTING, "url", "http://a.vn/b", "http://a.vn/b"),
    (ORGANISATION, "revenue_before", 10**15, 10**15),
    (STANDARD, "valid_until", "1900-01-01", "1900-01-01"),
    (STANDARD, "valid_until", "2100-12-31", "2100-12-31"),
    (LISTING, "items", 0, 0),
]


@pytest.mark.parametrize(("kind", "key", "value", "kept"), GOOD)
def test_what_is_kept(kind, key, value, kept):
    assert read_facts(kind, {**facts_for(kind), key: value})[0][key] == kept


def test_every_unknown_word_is_named_and_what_follows_is_read():
    long = "k" * 61
    facts, faults = read_facts(LISTING, {long: 1, "items": -1, **facts_for(LISTING), "keeper": "Lan"})
    assert facts["keeper"] == "Lan"
    assert faults == [Fault("k" * 60, FactFault.UNKNOWN), Fault("items", FactFault.OUT_OF_RANGE)]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(KINDS), st.data())
def test_whatever_is_sent_is_kept_as_json_or_named_as_a_fault(kind, data):
    keys = [field.key for field in kind.fields]
    sent = data.draw(st.dictionaries(st.sampled_from([*keys, "khac"]), ANYTHING, max_size=6))
    facts, faults = read_facts(kind, sent)
    assert json.loads(json.dumps(facts, allow_nan=False)) == facts
    assert {fault.where for fault in faults} & set(facts) == set()
    assert read_facts(kind, facts)[0] == facts


WORDS = [
    (TOURISM, "readiness", "1234.5", "1.234,5"),
    (TOURISM, "homes", 1200, "1.200"),
    (ORGANISATION, "revenue_after", 1_500_000, "1.500.000"),
    (ORGANISATION, "books_after", False, "Không"),
    (ORGANISATION, "form_after", "joint_stock_company", "Công ty cổ phần"),
    (STANDARD, "valid_until", "2027-02-28", "28/02/2027"),
    (LISTING, "keeper", "Lan", "Lan"),
]


@pytest.mark.parametrize(("kind", "key", "kept", "shown"), WORDS)
def test_facts_in_words(kind, key, kept, shown):
    assert words(kind.by_key[key], {key: kept}) == shown
    assert words(kind.by_key[key], {}) == ""
