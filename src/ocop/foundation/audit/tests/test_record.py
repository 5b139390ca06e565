"""The record: entries chain, alterations are found, the database refuses changes,
transition is the only writer.
"""

from __future__ import annotations

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit import guards
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.audit.recording import recorded, recording
from ocop.foundation.audit.rules import GENESIS, Break
from ocop.foundation.audit.selectors import history, verify_chain

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_entries(cast, at):
    return [record(f"test.{n}", cast.lan, by=cast.minh, at=at, data={"n": n, "tên": "Dứa"}) for n in range(3)]


def test_entries_chain_from_the_genesis(three_entries):
    first, second, third = three_entries
    assert (first.sequence, second.sequence, third.sequence) == (1, 2, 3)
    assert first.previous_hash == GENESIS
    assert [second.previous_hash, third.previous_hash] == [first.hash, second.hash]
    assert Head.objects.get().hash == third.hash
    assert verify_chain() is None


def test_entries_join_the_chain_when_the_recording_ends(three_entries, cast, at):
    with recording():
        early = record("test.early", cast.lan, by=cast.minh, at=at)
        with recording():
            late = record("test.late", cast.hoa, by=None, at=at)
        assert (early.sequence, late.sequence, Entry.objects.count()) == (None, None, 3)
    assert (early.sequence, late.sequence, late.previous_hash) == (4, 5, early.hash)
    assert verify_chain() is None


def test_what_a_recording_took_back_leaves_no_entry(three_entries, cast, at):
    with recording():
        record("test.kept", cast.lan, by=None, at=at)
        with pytest.raises(RuntimeError), transaction.atomic():
            record("test.lost", cast.lan, by=None, at=at)
            raise RuntimeError
        with pytest.raises(RuntimeError), recording():
            record("test.lost", cast.lan, by=None, at=at)
            raise RuntimeError
    assert list(Entry.objects.filter(sequence__gt=3).values_list("action", flat=True)) == ["test.kept"]
    with pytest.raises(RuntimeError), recording():
        record("test.lost", cast.lan, by=None, at=at)
        raise RuntimeError
    assert record("test.after", cast.lan, by=None, at=at).sequence == 5
    assert verify_chain() is None


def test_the_end_of_the_record_is_taken_last(cast, at):
    @recorded
    def act():
        record("test.first", cast.lan, by=cast.minh, at=at)
        record("test.second", cast.lan, by=cast.minh, at=at)
        Person.objects.filter(pk=cast.lan.pk).update(full_name="Tên khác")

    record("test.before", cast.lan, by=None, at=at)
    with CaptureQueriesContext(connection) as statements:
        act()
    told = [
        re.match(r"\w+", one["sql"])[0] for one in statements if not re.search("SAVEPOINT|^SET", one["sql"])
    ]
    assert told == ["UPDATE", "SELECT", "INSERT", "UPDATE"]  # the act's own; then head, entries, head


def test_a_record_rolled_back_leaves_no_gap(three_entries, cast, at):
    with pytest.raises(RuntimeError), transaction.atomic():
        record("test.lost", cast.lan, by=None, at=at)
        raise RuntimeError
    assert record("test.kept", cast.lan, by=None, at=at).sequence == 4
    assert verify_chain() is None


@pytest.mark.parametrize("field", ["action", "by_name", "reason", "object_id", "from_state"])
def test_an_altered_entry_is_named(three_entries, field):
    Entry.objects.filter(sequence=2).update(**{field: "khác"})
    assert verify_chain() == Break(2, "content")


def test_a_deleted_entry_is_named(three_entries):
    Entry.objects.filter(sequence=2).delete()
    assert verify_chain() == Break(2, "gap")


def test_an_entry_hashed_anew_breaks_the_next_link(three_entries):
    entry = Entry.objects.get(sequence=2)
    entry.action = "test.forged"
    from ocop.foundation.audit.rules import link_hash

    Entry.objects.filter(sequence=2).update(
        action=entry.action, hash=link_hash(entry.previous_hash, entry.content())
    )
    assert verify_chain() == Break(3, "link")


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses(three_entries, statement):
    guards.install(connection)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Entry.objects.count() == 3


def test_history_is_of_the_object_only_newest_first(three_entries, cast, at):
    record("test.other", cast.quang, by=None, at=at)
    assert [entry.action for entry in history(cast.lan)] == ["test.2", "test.1", "test.0"]
    assert history(cast.lan)[0].by == cast.minh
