"""When steps are due, and what is missing before a result."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.support.rules import Have, Lack, LackCode, kinds, lacks
from ocop.casework.support.rules.steps import StepDays, before_in_order, first_days, fits_between, following
from ocop.casework.support.tests.cast import facts_for

MARK = kinds()["trademark"]
DAY = date(2026, 1, 1)


def test_the_first_days_of_a_trademark():
    assert [one.due_on for one in first_days(MARK, DAY)] == [
        date(2026, 1, 31), date(2026, 3, 2), date(2026, 4, 1), date(2026, 5, 31), date(2027, 2, 25),
        date(2027, 4, 26),
    ]  # fmt: skip


def test_a_kind_without_steps_has_none():
    assert first_days(kinds()["fair"], DAY) == []


@given(st.integers(-60, 400), st.integers(0, 5))
def test_what_is_done_late_or_early_moves_all_that_follows_by_as_much(shift, place):
    days = first_days(MARK, DAY)
    done = days[place].due_on + timedelta(days=shift)
    days[place] = StepDays(days[place].key, days[place].due_on, done)
    expected = {one.key: one.due_on + timedelta(days=shift) for one in days[place + 1 :]}
    assert following(MARK, days, days[place].key) == expected


def test_a_step_that_is_done_keeps_its_day_and_is_counted_from():
    days = first_days(MARK, DAY)
    days[0] = StepDays("search", days[0].due_on, date(2026, 1, 10))
    days[1] = StepDays("filing", days[1].due_on, date(2026, 1, 20))
    moved = following(MARK, days, "search")
    assert (moved["formal"], "filing" in moved) == (date(2026, 2, 19), False)


def test_the_turn_of_a_step():
    days = first_days(MARK, DAY)
    assert before_in_order(days, "search") is None
    assert before_in_order(days, "formal") == days[0]
    days[0] = StepDays("search", days[0].due_on, DAY)
    assert before_in_order(days, "formal") == days[1]
    assert before_in_order(days, "filing") is None


@pytest.mark.parametrize(("day", "fits"), [(4, False), (5, True), (7, True), (9, True), (10, False)])
def test_a_step_lies_between_its_neighbours(day, fits):
    days = [
        StepDays("search", DAY, date(2026, 1, 5)), StepDays("filing", DAY),
        StepDays("formal", DAY, date(2026, 1, 9)),
    ]  # fmt: skip
    assert fits_between(days, "filing", date(2026, 1, day)) is fits


WANTED = {
    "training": [Lack(LackCode.FACT, "certificates"), Lack(LackCode.ATTENDANCE)],
    "trademark": [
        Lack(LackCode.FACT, "certificate_no"), Lack(LackCode.BENEFICIARY),
        *[Lack(LackCode.STEP, step.key) for step in MARK.steps],
    ],
    "logo": [Lack(LackCode.KIT)],
    "signboard": [Lack(LackCode.FACT, "area_ha"), Lack(LackCode.FACT, "households"), Lack(LackCode.PHOTO)],
    "value_chain_link": [
        *[Lack(LackCode.FACT, key) for key in
          ("contract_no", "contract_on", "volume", "volume_unit", "price_rule", "valid_until")],
        Lack(LackCode.PARTIES, number=2),
    ],
    "organisation": [
        *[Lack(LackCode.FACT, key) for key in
          ("form_after", "members_after", "revenue_before", "revenue_after", "books_after")],
        Lack(LackCode.BENEFICIARY),
    ],
    "tourism": [
        *[Lack(LackCode.FACT, key) for key in ("homes", "capacity", "season", "services", "safety",
        "readiness")],
        Lack(LackCode.BENEFICIARY),
    ],
    "fair": [
        *[Lack(LackCode.FACT, key) for key in ("participants", "sales", "contacts", "contracts")],
        Lack(LackCode.BENEFICIARY),
    ],
    "listing": [Lack(LackCode.BENEFICIARY), Lack(LackCode.LOOK)],
    "website": [
        *[Lack(LackCode.FACT, key) for key in ("url", "live_since", "keeper")], Lack(LackCode.BENEFICIARY),
        *[Lack(LackCode.STEP, step.key) for step in kinds()["website"].steps],
    ],
    "standard": [
        *[Lack(LackCode.FACT, key) for key in ("certifier", "certificate_no", "certified_on", "valid_until")],
        Lack(LackCode.BENEFICIARY), *[Lack(LackCode.STEP, step.key) for step in kinds()["standard"].steps],
    ],
}  # fmt: skip


@pytest.mark.parametrize("key", kinds())
def test_what_each_kind_asks_before_its_result(key):
    kind = kinds()[key]
    have = Have(facts_for(kind), undone_steps=[step.key for step in kind.steps])
    assert lacks(kind, have) == WANTED[key]


@pytest.mark.parametrize("key", kinds())
def test_nothing_is_missing_when_everything_is_there(key):
    kind = kinds()[key]
    have = Have(
        facts_for(kind, whole=True), beneficiaries=1, attendances=1, parties=2, kits=1, has_photo=True,
        last_look_is_good=True,
    )  # fmt: skip
    assert lacks(kind, have) == []
