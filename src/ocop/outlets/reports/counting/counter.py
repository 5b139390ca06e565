"""How one kind of target is counted, what is in hand for it, and the past that its forecast rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import DossierPast, dossier_past
from ocop.outlets.reports.rules import InHand, StagePast


class Pasts:
    """The office's past as it was on a day; each part is read once, when the first forecast asks for it."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._read: dict[str, Mapping[str, StagePast]] = {}

    @cached_property
    def dossiers(self) -> DossierPast:
        """Of dossiers."""
        return dossier_past(self.on)

    def once(self, key: str, read: Callable[[date], Mapping[str, StagePast]]) -> Mapping[str, StagePast]:
        """Of anything else, read at the first call for this key."""
        if key not in self._read:
            self._read[key] = read(self.on)
        return self._read[key]


@dataclass(frozen=True)
class Counter:
    """`rows` are what counts, each once; `record` says one of them. The rest is for what is not done yet.

    `in_hand` are the cases under way, `past` what such cases came to, `stage_name` the word for a stage,
    `all_due` the number that «all due» stands for.
    """

    rows: Callable[[Extent], QuerySet[Any]]
    record: Callable[[Any], Record]
    in_hand: Callable[[Extent], list[InHand]]
    past: Callable[[Pasts], Mapping[str, StagePast]]
    stage_name: Callable[[str], str]
    all_due: Callable[[Extent], int] | None = None
