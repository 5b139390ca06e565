"""Why a council judged as it did: the package of councils knows, and tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ocop.casework.dossiers.models import Dossier

# packages above say why a dossier came to its result, as its page shows it
_reasons: list[Callable[[Dossier], Any]] = []


def register_why(why_of: Callable[[Dossier], Any]) -> None:
    """Lets a package above show on the page of a dossier why it came to its result."""
    _reasons.append(why_of)


def why_of(dossier: Dossier) -> Any:
    """What the council said of the dossier; None while there is no result."""
    return next((found for ask in _reasons if (found := ask(dossier)) is not None), None)
