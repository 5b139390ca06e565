"""One transaction in which acts are recorded: their entries join the chain when it ends, not before.

The end of the chain is one row. Whoever holds it makes every other act wait, so it is taken last, when the
act has read, checked and written all of its own, and held for two writes and the commit.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.audit.rules import Marks, link_hash
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
        _link(_vouching(connection.run_on_commit[start:]))


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


class Wrote:
    """Marks of one row, which wait in the same way for the entry of their act; None in place of the marks:
    the row was deleted.
    """

    def __init__(self, kind: str, key: str, marks: Marks | None) -> None:
        self.kind, self.key, self.marks = kind, key, marks

    def __call__(self) -> None:  # noqa: D102  as above
        pass

    def add_to(self, vouched: dict[str, dict[str, Any]]) -> None:
        """What was written last counts."""
        rows = vouched.setdefault(self.kind, {})
        known = rows.get(self.key)
        rows[self.key] = {**known, **self.marks} if known and self.marks else self.marks


def is_recording() -> bool:
    """Whether what is written now belongs to an act."""
    return _thread.is_recording


def _vouching(registered: Iterable[Any]) -> list[Entry]:
    """What was recorded, without what was taken back. Each entry vouches for what was written since the one
    before it; the last one also for what was written after it.
    """
    entries: list[Entry] = []
    written: dict[str, dict[str, Any]] = {}
    for call in (one[1] for one in registered):
        if isinstance(call, _Waiting):
            entries.append(call.entry)
            call.entry.vouched, written = written, {}
        elif isinstance(call, Wrote):
            call.add_to(written)
    if entries:
        last = entries[-1].vouched = entries[-1].vouched or {}
        for kind, rows in written.items():
            for key, marks in rows.items():
                Wrote(kind, key, marks).add_to(last)
    return entries


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
