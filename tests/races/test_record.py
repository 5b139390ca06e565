"""The record, the states and the running numbers: what every other act stands on."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from ocop.casework.communication.models import PressItem
from ocop.foundation.audit import guards
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.audit.selectors import history, verify_chain
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper, Series
from ocop.foundation.documents.numbering import allocate
from tests.at_once import DONE, WAYS, at_once, codes, overtaken
from tests.races.conftest import AT


def build(cast):
    """A broadcast that Minh proposed."""
    item = PressItem.objects.create(
        title="Phát thanh", channel="commune_radio", place=cast.commune, planned_on=AT.date(),
        created_by=cast.minh, created_at=AT,
    )  # fmt: skip
    record("pressitem.note", item, by=cast.minh, at=AT)
    return SimpleNamespace(cast=cast, item=item)


@pytest.mark.parametrize("way", WAYS)
def test_a_move_is_made_once(world, way):
    """Without the lock of `transition` both find the line proposed, and both write that they accepted it."""
    accept = partial(transition, world.item, "accept", by=world.cast.lan, at=AT)
    assert codes(way(accept, accept)) == ["conflict_state", DONE]
    assert PressItem.objects.get().state == "planned"
    assert [entry.to_state for entry in history(world.item)] == ["planned", ""]


def test_a_move_is_made_from_the_state_that_another_left(world):
    given = {"by": world.cast.lan, "at": AT}
    accept = partial(transition, world.item, "accept", **given)
    cancel = partial(transition, world.item, "cancel", reason="Trùng.", **given)
    assert [one.code for one in overtaken(accept, cancel)] == ["conflict_state", DONE]
    assert PressItem.objects.get().state == "cancelled"
    assert [entry.to_state for entry in history(world.item)] == ["cancelled", ""]


def write(obj, by, times):
    for _ in range(times):
        record("test.race", obj, by=by, at=AT)


@pytest.mark.parametrize("has_head", [True, False], ids=["goes on", "the very first entry"])
def test_entries_of_many_make_one_chain(world, has_head):
    if not has_head:
        guards.remove(connection, ("audit_entry",))
        Entry.objects.all().delete()
        Head.objects.all().delete()
        guards.install(connection)
    before = Entry.objects.count()
    at_once(*[partial(write, world.item, world.cast.minh, 5) for _ in range(4)])
    assert list(Entry.objects.values_list("sequence", flat=True)) == list(range(1, before + 21))
    assert verify_chain() is None


@transaction.atomic
def take_number():
    return allocate("QĐ-UBND", at=AT)


def test_a_number_is_given_once_and_none_is_left_out(world):
    outcomes = at_once(*[partial(take_number) for _ in range(4)])
    assert sorted(one.value for one in outcomes) == [1, 2, 3, 4]
    assert Series.objects.get(name="QĐ-UBND").last_number == 4


@pytest.mark.parametrize("way", WAYS)
def test_a_paper_is_filed_once(world, way):
    paper = partial(
        file_paper, kind="report", number="07/BC-UBND", issued_on=AT.date(), issuer="UBND xã Bản Lầu",
        subject="Kết quả", by=world.cast.minh, at=AT,
    )  # fmt: skip
    assert codes(way(paper, paper)) == [DONE, "paper_already_filed"]
    assert Paper.objects.count() == 1
