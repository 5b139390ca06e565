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


_followed: list[Callable[[Withdrawal], None]] = []


def register_withdrawal(follow: Callable[[Withdrawal], None]) -> None:
    """Lets a package above write what follows from a withdrawal, in the act's transaction."""
    if follow not in _followed:
        _followed.append(follow)


def follow_withdrawal(dossier: Dossier, *, by: Person, at: datetime) -> None:
    """What comes of it above."""
    for follow in _followed:
        follow(Withdrawal(dossier, by, at))
