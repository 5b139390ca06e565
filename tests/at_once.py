"""Two people at the same moment: acts in real threads, each with a database connection of its own.

What makes a race is that somebody has read and not yet written. So the harness knows one place in every act:
its first statement that locks or writes. There it can be held up, with everything in mind that it has read.

    at_once(one, other)      both are held there, then let go together: they meet in the database
    overtaken(slow, quick)   `slow` is held there until `quick` is wholly done: what it knows is old then

A task is a `functools.partial`; rows among its arguments are read anew in the thread, before the hold, as a
page would have read them. All but a result or a refusal is raised in the test: no database error may leak.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import connection, connections, models

from ocop.foundation.refusals import Refusal, Refused

PATIENCE = 30  # seconds; only a harness that is broken waits so long
DONE = "done"
_LOCKS = re.compile(r"FOR (?:NO KEY )?UPDATE")
_WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
touched: set[str] = set()
"""The tables that somebody wrote to; whoever restores them empties it."""


@dataclass
class Outcome:
    """What became of a task: its result, or why it was refused."""

    value: Any = None
    refusal: Refusal | None = None

    @property
    def code(self) -> str:
        """The code of the refusal, or `DONE`."""
        return self.refusal.code if self.refusal else DONE


class _Person(threading.Thread):
    """Somebody who does one thing; may be held before the first statement that locks or writes."""

    def __init__(self, task: partial[Any], *, is_held: bool) -> None:
        super().__init__(daemon=True)
        self.task, self.outcome, self.fault = task, Outcome(), None
        self.waits, self.may_go = threading.Event(), threading.Event()
        if not is_held:
            self.may_go.set()

    def run(self) -> None:
        try:
            task = partial(_own(self.task.func), *_own(self.task.args), **_own(self.task.keywords))
            with connection.execute_wrapper(self._hold):
                self.outcome = Outcome(task())
        except Refused as refused:
            self.outcome = Outcome(refusal=refused.refusal)
        except BaseException as fault:
            self.fault = fault
        finally:
            connections.close_all()
            self.waits.set()

    def _hold(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self.waits.is_set() and (_WRITES.match(sql) or _LOCKS.search(sql)):
            self.waits.set()
            if not self.may_go.wait(PATIENCE):
                raise TimeoutError("nobody let this task go on")
        return note_writes(execute, sql, params, many, context)

    def held(self) -> None:
        """Waits until the task has come to its hold, or to its end."""
        if not self.waits.wait(PATIENCE):
            raise TimeoutError(f"{self.task} neither writes nor ends")

    def ended(self) -> Outcome:
        """What became of it."""
        self.join(PATIENCE)
        if self.is_alive():
            raise TimeoutError(f"{self.task} does not end")
        if self.fault is not None:
            raise self.fault
        return self.outcome


def note_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Carries a statement out and remembers the table that it writes to."""
    if found := _WRITES.match(sql):
        touched.add(found[1])
    return execute(sql, params, many, context)


def _own(value: Any) -> Any:
    """The same with every row read anew, so that no two threads share an object."""
    if isinstance(value, models.Model):
        return type(value)._default_manager.get(pk=value.pk)
    if isinstance(value, partial):
        return partial(_own(value.func), *_own(value.args), **_own(value.keywords))
    if isinstance(value, dict):
        return {_own(key): _own(one) for key, one in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(_own, value))
    return value


def at_once(*tasks: partial[Any]) -> list[Outcome]:
    """Lets all go together, once each has come to its first lock or write; what became of each, in order."""
    people = [_Person(task, is_held=True) for task in tasks]
    for one in people:
        one.start()
    for one in people:
        one.held()
    for one in people:
        one.may_go.set()
    return [one.ended() for one in people]


def overtaken(slow: partial[Any], quick: partial[Any]) -> list[Outcome]:
    """`quick` is wholly done while `slow` stands before its first lock or write; what became of both."""
    late, early = _Person(slow, is_held=True), _Person(quick, is_held=False)
    late.start()
    late.held()
    early.start()
    try:
        outcome = early.ended()
    finally:
        late.may_go.set()
    return [late.ended(), outcome]


WAYS = (at_once, overtaken)


def codes(outcomes: Sequence[Outcome]) -> list[str]:
    """What became of each, sorted: who of several equals was first is nobody's merit."""
    return sorted(outcome.code for outcome in outcomes)
