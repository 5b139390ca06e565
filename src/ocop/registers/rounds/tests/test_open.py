"""Opening rounds: of the law, beyond it, and every reason to refuse."""

from datetime import UTC, date, datetime

import pytest

from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.rounds import acts, selectors
from ocop.registers.rounds.models import Round

LAW = "qd-26-2026"
DATES = {"proposed_before": date(2026, 11, 30), "held_before": date(2026, 12, 15)}


def test_a_round_of_the_law_gets_its_dates(programme, tuan, at):
    opened = acts.open_round(programme, regulation_code=LAW, year=2026, number=2, by=tuan, at=at)
    stored = Round.objects.get(pk=opened.pk)
    assert (stored.proposed_before, stored.held_before, stored.is_extra) == (
        date(2026, 10, 30), date(2026, 12, 30), False,
    )  # fmt: skip
    assert [entry.action for entry in history(stored)] == ["round.open"]


def test_an_extra_round_carries_papers_and_dates(programme, tuan, papers, at):
    opened = acts.open_round(
        programme, regulation_code=LAW, year=2026, number=3, by=tuan, at=at, **papers, **DATES
    )
    assert (opened.is_extra, opened.plan, opened.rules) == (True, papers["plan"], papers["rules"])


@pytest.mark.parametrize("missing", ["plan", "rules", "proposed_before", "held_before"])
def test_an_extra_round_needs_all_of_it(programme, tuan, papers, at, missing):
    given = {**papers, **DATES}
    del given[missing]
    with pytest.raises(Refused) as refused:
        acts.open_round(programme, regulation_code=LAW, year=2026, number=3, by=tuan, at=at, **given)
    assert refused.value.refusal.code == "extra_round_papers"


def refusal_of(programme, by, at, **given):
    asked = {"regulation_code": LAW, "year": 2026, "number": 2, **given}
    with pytest.raises(Refused) as refused:
        acts.open_round(programme, by=by, at=at, **asked)
    return refused.value.refusal.code


def test_who_may_not(programme, cast, at):
    assert refusal_of(programme, cast.minh, at) == "not_province_officer"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"regulation_code": "qd-0"}, "unknown_regulation"),
        ({"year": 2017}, "no_such_round"),
        ({"year": 2028}, "no_such_round"),
        ({"number": 0}, "no_such_round"),
    ],
)
def test_what_does_not_exist(programme, tuan, at, given, code):
    assert refusal_of(programme, tuan, at, **given) == code


def test_dates_in_the_wrong_order(programme, tuan, papers, at):
    dates = {"proposed_before": date(2026, 12, 15), "held_before": date(2026, 12, 15)}
    assert refusal_of(programme, tuan, at, number=3, **papers, **dates) == "round_order"


def test_once_a_year(programme, tuan, at):
    acts.open_round(programme, regulation_code=LAW, year=2026, number=2, by=tuan, at=at)
    assert refusal_of(programme, tuan, at) == "conflict_round"


def test_rounds_to_open_leave_out_what_is_open_or_over(programme, tuan, at):
    def found():
        return [(one.year, one.number) for one in selectors.rounds_to_open(programme, at.date())]

    assert found() == [(2026, 2), (2027, 1), (2027, 2)]
    acts.open_round(programme, regulation_code=LAW, year=2026, number=2, by=tuan, at=at)
    assert found() == [(2027, 1), (2027, 2)]


@pytest.mark.parametrize(
    ("day", "count", "late"),
    [(datetime(2026, 7, 1, tzinfo=UTC), 0, 0), (datetime(2026, 9, 20, tzinfo=UTC), 1, 0),
     (datetime(2026, 10, 2, tzinfo=UTC), 1, 1)],
)  # fmt: skip
def test_a_round_not_opened_waits_and_is_late_from_october(programme, tuan, cast, day, count, late):
    found = gather(selectors.waiting(tuan, day))
    assert [(one.count, one.late) for one in found] == ([(count, late)] if count else [])
    assert gather(selectors.waiting(cast.minh, day)) == []
