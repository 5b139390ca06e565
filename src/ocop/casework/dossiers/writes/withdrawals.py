"""What packages above do when a dossier is withdrawn, from the desk or from a meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.models import Person


@dataclass(frozen=True)
class Withdrawal:
    """A dossier that was just taken back: by whom and when."""

    dossier: Dossier
    by: Person
    at: datetime


Foretold = list[tuple[str, str]]
"""What would come of a withdrawal: what it is about, and the sentence."""

_followed: dict[Callable[[Withdrawal], None], Callable[[Dossier, datetime], Foretold]] = {}


def register_withdrawal(
    follow: Callable[[Withdrawal], None], foretell: Callable[[Dossier, datetime], Foretold]
) -> None:
    """Lets a package above write what follows from a withdrawal, in the act's transaction, and say it on the
    page that asks.
    """
    _followed[follow] = foretell


def follow_withdrawal(dossier: Dossier, *, by: Person, at: datetime) -> None:
    """What comes of it above."""
    for follow in _followed:
        follow(Withdrawal(dossier, by, at))


def foretell_withdrawal(dossier: Dossier, at: datetime) -> dict[str, Foretold]:
    """The same in words, before it is done: for the page that asks."""
    return {"details": [line for foretell in _followed.values() for line in foretell(dossier, at)]}
