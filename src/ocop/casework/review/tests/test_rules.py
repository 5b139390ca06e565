"""Quorum, composition, outcome, hints, and the hash of a sheet: tables and properties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.review.rules import Agency, Recommendation
from ocop.casework.review.rules.composition import EXPECTED, chairs_by_right, missing_agencies
from ocop.casework.review.rules.conflicts import Contact, Hint, hints
from ocop.casework.review.rules.content import SealedSheet, sheet_hash
from ocop.casework.review.rules.facts import SheetFact, findings, may_be_recorded
from ocop.casework.review.rules.outcome import far_members, near_bands, options, unsettled
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring.tests.regulations import CONDITIONAL, PLAIN, label
from ocop.kernel.text import Label

PROPOSE, RECOGNISE, NOTHING = Recommendation.PROPOSE, Recommendation.RECOGNISE, Recommendation.NONE


@pytest.mark.parametrize(
    ("members", "share", "least", "needed"),
    [
        (9, "3/4", 1, 7), (8, "3/4", 1, 6), (7, "5/7", 5, 5), (7, "2/3", 1, 5), (9, "2/3", 1, 6),
        (4, "1/2", 3, 3), (1, "1", 1, 1), (0, "3/4", 2, 2), (10, "1/10", 1, 1),
    ],
)  # fmt: skip
def test_needed(members, share, least, needed):
    assert quorum(members, 0, Fraction(share), least).needed == needed


def test_a_quorum_keeps_what_it_was_counted_from():
    assert quorum(9, 6, Fraction(3, 4), 1) == Quorum(members=9, present=6, needed=7)


def test_a_whole_person_is_missing():
    assert not quorum(9, 6, Fraction(3, 4), 1).is_met
    assert quorum(9, 7, Fraction(3, 4), 1).is_met


@given(
    members=st.integers(0, 60), present=st.integers(0, 60), least=st.integers(1, 20),
    share=st.fractions(min_value=Fraction(1, 20), max_value=1),
)  # fmt: skip
def test_quorum_is_exactly_the_share_and_the_least(members, present, least, share):
    assert quorum(members, present, share, least).is_met == (present >= share * members and present >= least)


def test_composition():
    assert missing_agencies([]) == list(EXPECTED)
    assert missing_agencies(EXPECTED) == []
    assert missing_agencies([*EXPECTED[1:], Agency.FOOD_SAFETY]) == [Agency.LEADERSHIP]
    assert [agency for agency in Agency if chairs_by_right(agency)] == [Agency.LEADERSHIP]


@pytest.mark.parametrize(
    ("band", "stars", "expected"),
    [
        (5, 5, [(PROPOSE, 5)]),
        (5, 4, [(PROPOSE, 5), (RECOGNISE, 4)]),
        (5, 3, [(PROPOSE, 5), (RECOGNISE, 3)]),
        (5, 2, [(NOTHING, None)]),
        (4, 4, [(RECOGNISE, 4)]),
        (4, 3, [(RECOGNISE, 3)]),
        (4, 2, [(NOTHING, None)]),
        (3, 3, [(RECOGNISE, 3)]),
        (3, 2, [(NOTHING, None)]),
        (2, 2, [(NOTHING, None)]),
        (1, 1, [(NOTHING, None)]),
    ],
)
def test_what_may_be_proposed(band, stars, expected):
    assert list(options(band, stars)) == expected


@given(band=st.integers(1, 5), stars=st.integers(1, 5))
def test_the_province_never_recognises_others_than_3_and_4(band, stars):
    assert {s for kind, s in options(band, stars) if kind == RECOGNISE} <= {3, 4}


def test_far_members():
    totals = {"a": 70, "b": 72, "c": 71, "d": 80}
    assert far_members(totals, Fraction(10)) == ["d"]
    assert far_members(totals, Fraction(18)) == []  # exactly half of the spread is not far
    assert far_members({"a": 10, "b": 90}, Fraction(10)) == []
    assert far_members({"a": 10, "b": 11, "c": 90}, Fraction(10)) == ["c"]  # three have a middle


@pytest.mark.parametrize(
    ("total", "near"),
    [("69", [70]), ("71", [70]), ("68999/1000", []), ("89999/1000", [90]), ("50", [50]), ("60", [])],
)
def test_near_a_band(total, near):
    assert near_bands(Fraction(total), [30, 50, 70, 90]) == near


def test_unsettled():
    def left(*resolved, over_limit=True, needs_agreement=True, by_hand=False):
        return unsettled(
            over_limit=over_limit, needs_agreement=needs_agreement, by_hand=by_hand, resolved=resolved
        )

    assert left() == ["spread", "minimum"]
    assert left("spread") == ["minimum"]
    assert left("spread", needs_agreement=False) == []
    assert left(over_limit=False, needs_agreement=False) == []
    assert left("spread", "minimum", by_hand=True) == ["by_hand"]
    assert left("spread", "minimum", "by_hand", by_hand=True) == []


def test_hints_never_come_from_blanks():
    blank = Contact(frozenset({""}), frozenset({""}), frozenset({""}))
    assert hints(blank, blank, acts_for_producer=False) == []
    ones = frozenset({1})
    one = Contact(
        frozenset({"0912"}), frozenset({"a@b"}), frozenset({"lan"}), frozenset({"5300123456"}), ones, ones
    )
    assert hints(one, one, acts_for_producer=True) == [hint for hint in Hint if hint != Hint.WROTE_DOSSIER]


def test_a_surname_alone_is_no_hint():
    here, there = frozenset({1}), frozenset({2})
    member = Contact(names=frozenset({"giang thi hoa"}), communes=here)
    side = Contact(names=frozenset({"giang thi lan"}), communes=here)
    assert hints(member, side, acts_for_producer=False) == [Hint.SAME_COMMUNE_AND_SURNAME]
    assert hints(member, Contact(names=side.names, communes=there), acts_for_producer=False) == []
    assert hints(member, Contact(names=frozenset({"ly a"}), communes=here), acts_for_producer=False) == []


@pytest.mark.parametrize("known", ["phones", "emails", "names"])
def test_a_hint_needs_the_same_value_on_both_sides(known):
    member, producer = Contact(**{known: frozenset({"a", "b"})}), Contact(**{known: frozenset({"b", "c"})})
    assert [hint.value for hint in hints(member, producer, acts_for_producer=False)] == [f"same_{known[:-1]}"]
    assert hints(member, Contact(**{known: frozenset({"c"})}), acts_for_producer=False) == []
    assert hints(member, Contact(), acts_for_producer=False) == []


def test_findings_are_the_facts_of_the_sheet_in_printed_order_each_once():
    compulsory = Label(
        "Sản phẩm không thuộc diện phải kiểm nghiệm: tiêu chí kiểm nghiệm được điểm tối đa",
        "The product need not be tested: the testing criterion gets full points",
    )
    assert findings(CONDITIONAL) == [
        SheetFact("dossier_forged", label("giả mạo hồ sơ"), True, None),
        SheetFact("foreign_materials", label("nguyên liệu"), True, "1.1"),
        SheetFact("unacceptable_impurities", label("tạp chất"), True, "6.1"),
        SheetFact("testing_not_mandatory", compulsory, False, "7"),
    ]
    assert [(found.name, found.excludes, found.printed_at) for found in findings(PLAIN)] == [
        ("dossier_forged", True, None)  # a sheet without the line: by our reading
    ]


def _sheet(**changes):
    known = {
        "meeting": "m", "item": "i", "dossier": "d", "submission_hash": "0" * 64, "regulation": "qd-26-2026",
        "regulation_fingerprint": "2" * 64,
        "product_set": 7, "product": "Dứa", "seat": 1, "member": "Hoa", "pass_no": 1,
        "choices": {"1.1": 2, "8": None},
        "comments": {"1.1": ""}, "general_comment": "", "sealed_at": datetime(2026, 11, 23, 2, tzinfo=UTC),
    }  # fmt: skip
    return SealedSheet(**{**known, **changes}).content()


def test_the_hash_of_a_sheet():
    first = sheet_hash(_sheet())
    assert sheet_hash(_sheet(choices={"8": None, "1.1": 2})) == first
    changed = [
        _sheet(choices={"1.1": 3, "8": None}), _sheet(choices={"1.1": 2}), _sheet(comments={"1.1": "x"}),
        _sheet(seat=2),
        _sheet(choices={"1.1": 2, "8": False}), _sheet(pass_no=2), _sheet(submission_hash="1" * 64),
        _sheet(regulation_fingerprint="3" * 64),
    ]  # fmt: skip
    assert len({first, *map(sheet_hash, changed)}) == len(changed) + 1


def test_the_keys_of_a_sealed_sheet_never_change():
    """Sheets on paper carry this hash:
    another key, or an hour in another zone, would make them all look forged.
    """
    here = timezone(timedelta(hours=7))
    content = _sheet(comments={"1.1": "ngon", "2": ""}, sealed_at=datetime(2026, 11, 23, 9, tzinfo=here))
    assert content == {
        "format": 2, "meeting": "m", "item": "i", "dossier": "d", "submission_hash": "0" * 64,
        "regulation": "qd-26-2026", "regulation_fingerprint": "2" * 64,
        "set": 7, "product": "Dứa", "seat": 1, "member": "Hoa", "pass": 1,
        "choices": {"1.1": 2, "8": None}, "comments": {"1.1": "ngon"}, "general_comment": "",
        "sealed_at": "2026-11-23T02:00:00.000000+00:00",
    }  # fmt: skip
    assert sheet_hash(content) == "2336c8e6ab9944e0b4ce5939e912eb2128b97e6a1518f296d10c24ebba2f7df5"


def test_no_list_of_conditions_is_an_empty_dead_end():
    """Of every set of every law: there is always a ground to exclude by; where nothing else can be recorded,
    the page of findings is not offered.
    """
    sets = [one for law in load_regulations().values() for one in law.sets.values()]
    kinds = {may_be_recorded(one): one for one in sets}
    assert (len(sets), set(kinds)) == (78, {True, False})
    for one in sets:
        known = findings(one)
        assert [found.name for found in known if found.excludes], one
        assert may_be_recorded(one) == bool([found for found in known if not found.excludes])
        assert all(found.label.vi and found.label.en for found in known)
