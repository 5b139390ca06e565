"""What the page of one thing says of its acts: which this person can do, and what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ocop.foundation.acts.buttons import buttons
from ocop.foundation.acts.model import Act
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.parts import Happening


def doable(
    acts: Iterable[Act], who: Any, thing: Any, *, told: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The buttons of what the person can do now. `why_not` is the first refusal of those `told`: a page says
    why somebody who does this work may not do it here, and nothing to all others.
    """
    offered = buttons(acts, who, thing)
    why = next((one.refusal for one in offered if one.refusal and one.refusal.code in told), None)
    return {"buttons": [one for one in offered if one.refusal is None], "why_not": why}


def happened(thing: Any, word: Callable[[str], str]) -> list[Happening]:
    """Its entries of the record, the acts in words."""
    return [Happening(word(entry.action), entry.at, entry.by_name, entry.reason) for entry in history(thing)]
