"""What somebody may do with a thing now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ocop.foundation.acts.addresses import address_of
from ocop.foundation.acts.model import Act
from ocop.foundation.refusals import Refusal, Text


@dataclass(frozen=True)
class Button:
    """A way to an act. With a `refusal` it is shown closed, and says why; one that `sends` does it.

    One that asks a short question does so above the page, `in_dialog`, where scripts run.
    """

    label: Text
    url: str
    css: str
    refusal: Refusal | None = None
    icon: str = ""
    sends: bool = False
    in_dialog: bool = False


CSS = {"main": "button", "quiet": "button button-quiet", "plain": "button button-plain"}


def buttons(
    acts: Iterable[Act], who: Any, thing: Any, known: Mapping[str, Refusal | None] = MappingProxyType({})
) -> list[Button]:
    """The acts that the thing's state allows, the main one first; closed where this person may not.

    `known` holds the refusals, by the names of acts, that the page has asked for already.
    """
    weights = list(CSS)
    now = sorted((act for act in acts if act.is_open(thing)), key=lambda act: weights.index(act.weight))
    return [
        Button(
            label=act.label,
            url=address_of(act, thing),
            css=CSS[act.weight],
            refusal=known[act.name] if act.name in known else act.refuse(who, thing),
            icon=act.icon,
            sends=act.at_once,
            in_dialog=act.template == "ui/confirm.html",
        )
        for act in now
    ]
