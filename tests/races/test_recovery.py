"""Codes for a new password and wrong passwords: what counts once counts once, however many try at the same
moment.
"""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import WrongTries
from ocop.foundation.accounts.rules import MOST_TRIES
from ocop.foundation.recovery.acts import issue_code, use_code
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.rules import MOST_FOR_ONE_PERSON
from tests.at_once import DONE, WAYS, codes
from tests.races.conftest import AT

HALL = "203.0.113.9"


def build(cast):
    """Lan, who forgot her password, and Kiên and Vân the operators."""
    kien, van = cast.person("kien", "Kiên"), cast.person("van", "Vân")
    for one in (kien, van):
        cast.appoint(one, "operator")
    code = issue_code(cast.lan, proof="known", by=kien, at=AT)
    return SimpleNamespace(lan=cast.lan, kien=kien, van=van, code=code)


@pytest.mark.parametrize("way", WAYS)
def test_one_code_sets_one_password(world, way):
    outcomes = way(*(
        partial(use_code, login="lan", code=world.code, password=password, at=AT)
        for password in ("lua-nep-khau-nhan", "ngo-nep-tim-ban-lau")
    ))  # fmt: skip
    assert [outcome.value for outcome in outcomes].count(None) == 1


@pytest.mark.parametrize("way", WAYS)
def test_the_last_code_of_a_day_is_handed_out_once(world, way):
    for _ in range(MOST_FOR_ONE_PERSON - 2):
        issue_code(world.lan, proof="known", by=world.kien, at=AT)
    outcomes = way(*(
        partial(issue_code, world.lan, proof="known", by=by, at=AT) for by in (world.kien, world.van)
    ))  # fmt: skip
    assert codes(outcomes) == [DONE, "too_many_codes"]
    assert ResetCode.objects.count() == MOST_FOR_ONE_PERSON


@pytest.mark.parametrize("way", WAYS)
def test_the_last_try_is_looked_at_once(world, way):
    for _ in range(MOST_TRIES - 1):
        tries.count("lan", HALL, AT)
    outcomes = way(partial(tries.count, "lan", HALL, AT), partial(tries.count, "lan", HALL, AT))
    assert sorted(outcome.value for outcome in outcomes) == [False, True]
    assert WrongTries.objects.get(name="lan").count == MOST_TRIES


@pytest.mark.parametrize("way", WAYS)
def test_two_first_tries_are_two(world, way):
    outcomes = way(partial(tries.count, "lan", HALL, AT), partial(tries.count, "lan", HALL, AT))
    assert [outcome.value for outcome in outcomes] == [True, True]
    assert [row.count for row in WrongTries.objects.order_by("name")] == [2, 2]
