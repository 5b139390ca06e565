"""Why something may not be done, as data: the same refusal serves a page, a button, the API and a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.functional import Promise

Text = str | Promise


def _sentence(text: Text) -> str:
    """The text closed with a full stop, unless it ends with a mark already."""
    words = str(text).strip()
    return words if not words or words[-1] in ".!?…:" else f"{words}."


@dataclass(frozen=True)
class Refusal:
    """One refusal: a stable `code` for machines, and for people what happened, why, and what to do."""

    code: str
    what: Text
    why: Text = ""
    todo: Text = ""
    link: tuple[str, Text] | None = None  # address and words, where a page helps on

    def __str__(self) -> str:
        return " ".join(part for part in map(_sentence, (self.what, self.why, self.todo)) if part)

    @property
    def is_conflict(self) -> bool:
        """True when someone else was faster: the record moved on since it was shown."""
        return self.code.startswith("conflict")


class Refused(Exception):  # noqa: N818 - a refusal is not an error
    """Raised by actions; carries the refusal. Uncaught, it becomes a calm page."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal

    def __str__(self) -> str:
        return str(self.refusal)


def ensure(refusal: Refusal | None) -> None:
    """Raise Refused when there is a refusal; say nothing otherwise."""
    if refusal is not None:
        raise Refused(refusal)


@contextmanager
def once(refuse: Callable[[], Refusal | None]) -> Iterator[None]:
    """Writes a row that the database lets exist once; `refuse` is the check that was asked before.

    Of two people at the same moment both pass the check. The database then lets the second wait and refuses
    the row: asked again, the check says why. An error that it does not explain is raised as it is.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        ensure(refuse())
        raise
