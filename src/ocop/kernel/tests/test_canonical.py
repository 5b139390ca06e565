"""Canonical JSON against written-out bytes, what has no canonical form, the chain and the short code."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.canonical import GENESIS, canonical, chain, chain_hash, sha256_hex, short_code


class Kind(StrEnum):
    FIRST = "first"


texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
records = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcđê"), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("record", "written"),
    [
        ({}, "{}"),
        ([1, -2, None, True, False], "[1,-2,null,true,false]"),
        ((1, "a"), '[1,"a"]'),
        ({"b": 1, "a": [], "đ": 2, "B": 3}, '{"B":3,"a":[],"b":1,"đ":2}'),
        ("Ba\u0309n La\u0302\u0300u", '"Bản Lầu"'),
        (Kind.FIRST, '"first"'),
        ('"\\\b\f\n\r\t\u0001/\u007f', '"\\"\\\\\\b\\f\\n\\r\\t\\u0001/\u007f"'),
        # RFC 8785, section 3.2.3: sorted by UTF-16 code units, so the surrogate pair stands before U+FB01
        (
            {"\u20ac": 1, "\r": 2, "\ufb01": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7},
            '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb01":3}',
        ),
    ],
)
def test_a_record_has_one_spelling(record: object, written: str) -> None:
    assert canonical(record).decode() == written


@pytest.mark.parametrize(
    "record",
    [
        1.0,
        float("nan"),
        {"a": [0.5]},
        Decimal("1.5"),
        Fraction(1, 2),
        date(2026, 11, 23),
        b"x",
        {1, 2},
        {1: 2},
        {None: 1},
    ],
)
def test_what_has_no_canonical_form_is_a_type_error(record: object) -> None:
    with pytest.raises(TypeError):
        canonical(record)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"a": [0.5]}, r"^float has no canonical form; write it as a text or an integer first$"),
        ({"a": {1: 2}}, r"^key 1 is not a text$"),
    ],
)
def test_what_has_no_canonical_form_is_named(record: object, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        canonical(record)


@pytest.mark.parametrize("record", [2**53, -(2**53), {"\u1ea3": 1, "a\u0309": 2}, "\ud800", {"\ud800": 1}])
def test_what_cannot_be_read_back_by_everyone_is_a_value_error(record: object) -> None:
    with pytest.raises(ValueError, match=r"2\^53|composed|surrogates"):
        canonical(record)


@given(records)
def test_canonical_json_reads_back_and_is_canonical_again(record: object) -> None:
    once = canonical(record)
    assert canonical(json.loads(once)) == once


@given(st.dictionaries(st.text("abcđê"), scalars))
def test_the_order_of_keys_does_not_matter(record: dict[str, object]) -> None:
    assert sha256_hex(dict(reversed(record.items()))) == sha256_hex(record)


def test_the_hash_is_the_sha256_of_the_bytes() -> None:
    assert sha256_hex({}) == hashlib.sha256(b"{}").hexdigest()
    assert sha256_hex({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


def test_a_chain_depends_on_every_link_and_its_place() -> None:
    first = chain(GENESIS, {"move": "submit"})
    second = chain(first, {"move": "return"})
    assert first == sha256_hex([GENESIS, sha256_hex({"move": "submit"})])
    assert second == chain_hash(first, sha256_hex({"move": "return"}))
    assert second != chain(chain(GENESIS, {"move": "return"}), {"move": "submit"})
    assert chain(chain(GENESIS, {"move": "Submit"}), {"move": "return"}) != second


@pytest.mark.parametrize("wrong", ["", "0" * 63, "A" * 64, "0" * 64 + "\n", "g" * 64])
def test_a_chain_hangs_on_nothing_but_a_hash(wrong: str) -> None:
    for call in (lambda: chain(wrong, {}), lambda: chain_hash(GENESIS, wrong), lambda: short_code(wrong)):
        with pytest.raises(ValueError, match="not a SHA-256"):
            call()


@pytest.mark.parametrize(
    ("start", "short"),
    [
        ("0000000000", "0000-0000"),
        ("ffffffffff", "ZZZZ-ZZZZ"),
        ("0000000001", "0000-0001"),
        ("08864298e8", "1234-5678"),
        ("f800000000", "Z000-0000"),
    ],
)
def test_the_short_code_is_the_first_forty_bits(start: str, short: str) -> None:
    assert short_code(start + "5" * 54) == short
