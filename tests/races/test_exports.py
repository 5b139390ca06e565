"""Files of lists: two clicks at the same moment, two workers at the same moment."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest
from django.utils import timezone

from ocop.foundation.accounts.rules import Role
from ocop.foundation.exports.actions import ask_export
from ocop.foundation.exports.making import make_waiting
from ocop.foundation.exports.models import Export
from tests.at_once import DONE, WAYS, codes

LIST = "/danh-ba/chu-the/"


def build(cast):
    """An officer of the province, whose list is empty: that is enough for a file."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return SimpleNamespace(tuan=tuan, now=timezone.now())


@pytest.mark.parametrize("meet", WAYS)
def test_two_clicks_are_one_export(world, meet):
    ask = partial(ask_export, LIST, by=world.tuan, at=world.now)
    outcomes = meet(ask, ask)
    assert codes(outcomes) == [DONE, DONE]
    assert {one.value.pk for one in outcomes} == {Export.objects.get().pk}


@pytest.mark.parametrize("meet", WAYS)
def test_two_workers_make_one_file(world, meet):
    ask_export(LIST, by=world.tuan, at=world.now)
    work = partial(make_waiting, timezone.now)
    outcomes = meet(work, work)
    assert sorted(one.value for one in outcomes) == [0, 1]
    assert list(Export.objects.values_list("tries", "failed_at")) == [(1, None)]
