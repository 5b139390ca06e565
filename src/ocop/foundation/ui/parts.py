"""What the components show: small frozen values that any package can build."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ocop.foundation.refusals import Text


@dataclass(frozen=True)
class MenuItem:
    """One line of the main menu; `count` is what waits there, `group` the heading under which it stands."""

    label: Text
    url: str
    icon: str = "file-text"
    count: int = 0
    is_current: bool = False
    group: Text = ""


@dataclass(frozen=True)
class Tab:
    """A tab is a link: it has an address of its own."""

    label: Text
    url: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Todo:
    """A step of a task list. `state`: done, now, todo, optional, fix (needs correcting) or locked."""

    label: Text
    state: str = "todo"
    url: str = ""
    note: Text = ""


@dataclass(frozen=True)
class Happening:
    """One event of a thread. `kind` colours its dot: ok, wait, warn, bad or info."""

    title: Text
    at: datetime.datetime
    by: Text = ""
    reason: Text = ""
    detail: Text = ""
    kind: str = "info"


@dataclass(frozen=True)
class Card:
    """The label of a choice shown as a card:
    `text` explains, `side` stands right, `badge` is a small mark.
    """

    label: Text
    text: Text = ""
    side: Text = ""
    badge: Text = ""

    def __str__(self) -> str:
        return str(self.label)
