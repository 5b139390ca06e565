"""Into which round a proposal goes, and the office's decision on the very day of a limit."""

from datetime import date

import pytest

from ocop.foundation.audit.selectors import history
from ocop.kernel.law import regulation
from ocop.registers.rounds import acts, selectors
from ocop.registers.rounds.rules import RoundName, round_of

LAW = regulation("qd-26-2026")
FIRST, SECOND, NEXT = RoundName(2027, 1), RoundName(2027, 2), RoundName(2028, 1)


@pytest.mark.parametrize(
    ("day", "this", "later"),
    [
        (date(2027, 1, 1), FIRST, None),
        (date(2027, 4, 29), FIRST, None),
        (date(2027, 4, 30), FIRST, SECOND),
        (date(2027, 5, 1), SECOND, None),
        (date(2027, 10, 29), SECOND, None),
        (date(2027, 10, 30), SECOND, NEXT),
        (date(2027, 10, 31), NEXT, None),
        (date(2027, 12, 31), NEXT, None),
    ],
)
def test_the_round_of_a_proposal(day, this, later):
    found = round_of(LAW, day)
    assert (found.round, found.or_later, found.is_boundary) == (this, later, later is not None)


@pytest.mark.parametrize("code", ["qd-148-2023", "qd-1048-2019"])
def test_older_regulations_give_rounds_no_dates(code):
    assert round_of(regulation(code), date(2024, 4, 30)) is None


DAY = date(2027, 4, 30)


def test_a_limit_day_waits_for_a_decision(programme, tuan, at):
    assert selectors.round_for(programme, date(2027, 4, 29)) == FIRST
    assert selectors.round_for(programme, DAY) is None
    decision = acts.settle_boundary(
        programme, proposed_on=DAY, to=SECOND, reference=" Công văn 12 ", by=tuan, at=at
    )
    assert selectors.round_for(programme, DAY) == SECOND
    assert (decision.reference, [entry.action for entry in history(decision)]) == (
        "Công văn 12",
        ["round.settle_boundary"],
    )
    assert selectors.round_for(programme, date(2024, 4, 30)) is None  # no dates in Decision 148


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"proposed_on": date(2027, 4, 29)}, "no_boundary"),
        ({"proposed_on": date(2024, 4, 30)}, "no_boundary"),
        ({"to": NEXT}, "no_boundary"),
        ({"reference": " "}, "reference_missing"),
    ],
)
def test_decisions_that_cannot_be(programme, tuan, at, refused, given, code):
    asked = {"proposed_on": DAY, "to": FIRST, "reference": "Công văn 12", **given}
    assert refused(acts.settle_boundary, programme, **asked, by=tuan, at=at) == code


def test_once_and_by_the_province_only(programme, cast, tuan, at, refused):
    given = {"proposed_on": DAY, "to": FIRST, "reference": "Công văn 12", "at": at}
    assert refused(acts.settle_boundary, programme, **given, by=cast.minh) == "not_province_officer"
    acts.settle_boundary(programme, **given, by=tuan)
    assert refused(acts.settle_boundary, programme, **given, by=tuan) == "conflict_decided"


def test_the_ministrys_rounds_ahead():
    assert [
        (one.proposed_before, one.held_before) for one in selectors.ministry_rounds(date(2026, 11, 23))
    ] == [
        (date(2027, 1, 30), date(2027, 3, 30)),
        (date(2027, 7, 30), date(2027, 9, 30)),
    ]
    assert selectors.ministry_rounds(date(2027, 1, 30))[0].proposed_before == date(2027, 7, 30)


@pytest.mark.parametrize(
    ("code", "missing", "word"),
    [
        ("qd-26-2026", "rules", "quy chế"),
        ("qd-148-2023", "plan", "kế hoạch"),
        ("qd-1048-2019", "held_before", "mốc ngày"),
    ],
)
def test_a_round_says_what_it_still_needs(programme, papers, tuan, at, code, missing, word):
    from ocop.foundation.refusals import Refused

    given = {
        **papers,
        "proposed_before": date(2022, 4, 1),
        "held_before": date(2022, 6, 1),
        "year": 2022,
        "number": 5,
    }
    del given[missing]
    with pytest.raises(Refused) as found:
        acts.open_round(programme, regulation_code=code, **given, by=tuan, at=at)
    assert word in str(found.value.refusal.what)
    assert ("Điều 5" in str(found.value.refusal.why)) is (code == "qd-26-2026")


def test_a_round_of_an_older_regulation_is_opened_on_its_papers(programme, papers, tuan, at):
    given = {
        **papers,
        "proposed_before": date(2022, 4, 1),
        "held_before": date(2022, 6, 1),
        "year": 2022,
        "number": 1,
    }
    opened = acts.open_round(programme, regulation_code="qd-1048-2019", **given, by=tuan, at=at)
    assert (opened.is_extra, opened.proposed_before) == (True, date(2022, 4, 1))
