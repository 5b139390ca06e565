"""How one kind of target is counted, what is in hand for it, and the past that its forecast rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ocop.outlets.reports.counting.asking import Question
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.past import Past


@dataclass(frozen=True)
class Counter:
    """`rows` are what counts, each once; `record` says one of them. The rest is for what is not done yet.

    `in_hand` are the cases under way, `past` what such cases came to, `stage_name` the word for a stage,
    `all_due` the number that «all due» stands for, `usual` what a case under way counts for where only the
    past can say it.
    """

    rows: Callable[[Extent], Any]
    record: Callable[[Any], Record]
    in_hand: Callable[[Extent], Question]
    past: Past
    stage_name: Callable[[str], str]
    all_due: Callable[[Extent], Question] | None = None
    usual: Callable[[], Fraction] | None = None
