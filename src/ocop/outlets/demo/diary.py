"""The story in the order in which it happens:
steps are noted in any order and carried out by their moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ocop.outlets.demo.moments import moment

Step = Callable[[datetime], object]


class Diary:
    """Steps with their moments. The record that the actions keep grows in the order of time,
    as it would in life.
    """

    def __init__(self) -> None:
        self._steps: list[tuple[datetime, int, Step]] = []

    def note(self, when: str, step: Step) -> None:
        """Something that happens at `11-04 09:30`; steps of the same moment keep the order of noting."""
        self._steps.append((moment(when), len(self._steps), step))

    def carry_out(self, beside: Step = lambda _at: None) -> None:
        """Carries out every step, and after each what the system does beside people's work."""
        for at, _number, step in sorted(self._steps, key=lambda noted: noted[:2]):
            step(at)
            beside(at)
        self._steps.clear()
