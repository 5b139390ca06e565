"""What somebody may do with a thing now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ocop.foundation.acts.addresses import address_of
from ocop.foundation.acts.model import Act
from ocop.foundation.refusals import Refusal, Text


@dataclass(frozen=True)
class Button:
    """A way to an act. With a `refusal` it is shown closed, and says why; one that `sends` does it."""

    label: Text
    url: str
    css: str
    refusal: Refusal | None = None
    icon: str = ""
    sends: bool = False


CSS = {"main": "button", "quiet": "button button-quiet", "plain": "button button-plain"}


def buttons(acts: Iterable[Act], who: Any, thing: Any) -> list[Button]:
    """The acts that the thing's state allows, the main one first; closed where this person may not."""
    weights = list(CSS)
    now = sorted((act for act in acts if act.is_open(thing)), key=lambda act: weights.index(act.weight))
    return [
        Button(
            act.label, address_of(act, thing), CSS[act.weight], act.refuse(who, thing), act.icon, act.at_once
        )
        for act in now
    ]
