"""One transaction in which acts are recorded: their entries join the chain when it ends, not before.

The end of the chain is one row. Whoever holds it makes every other act wait, so it is taken last, when the
act has read, checked and written all of its own, and held for two writes and the commit.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.audit.rules import link_hash
from ocop.foundation.holding import holding


class _Thread(threading.local):
    is_recording = False


_thread = _Thread()


@contextmanager
def recording(*, savepoint: bool = True) -> Iterator[None]:
    """A transaction whose entries are linked to the chain at its end; one inside another belongs to it."""
    with transaction.atomic(savepoint=savepoint):
        if _thread.is_recording:
            yield
            return
        _thread.is_recording, start = True, len(connection.run_on_commit)
        try:
            yield
        finally:
            _thread.is_recording = False
        _link(_waiting(start))


recorded = recording()
"""The same around a whole function."""


class _Waiting:
    """An entry that waits for the end of its transaction.

    It stands among what Django calls after the commit, because Django forgets what was put there inside a
    savepoint that is rolled back: an act that was taken back leaves no entry. Called, it does nothing.
    """

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __call__(self) -> None:
        pass


def keep_for_the_end(entry: Entry) -> None:
    """Adds an entry that has no place in the chain yet; inside `recording`."""
    transaction.on_commit(_Waiting(entry))


def _waiting(start: int) -> list[Entry]:
    """What was recorded since, without what was taken back."""
    calls = [registered[1] for registered in connection.run_on_commit[start:]]
    return [call.entry for call in calls if isinstance(call, _Waiting)]


def _link(entries: list[Entry]) -> None:
    """Puts the entries to the chain in their order; nobody else does meanwhile."""
    if not entries:
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # what rows refer to is asked now, not at the commit
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    head = _locked_head()
    for entry in entries:
        entry.sequence, entry.previous_hash = head.sequence + 1, head.hash
        entry.hash = link_hash(head.hash, entry.content())
        head.sequence, head.hash = entry.sequence, entry.hash
    Entry.objects.bulk_create(entries)
    head.save()


def _locked_head() -> Head:
    """The end of the chain, held until the transaction ends."""
    rows = holding(Head.objects)
    return rows.filter(id=1).first() or rows.get(pk=Head.objects.get_or_create(id=1)[0].pk)
