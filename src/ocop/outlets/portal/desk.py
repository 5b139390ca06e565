"""What waits for a person: collected from every package, the late first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ocop.casework.advisory.selectors import desks as advisory
from ocop.casework.annulment import selectors as annulment
from ocop.casework.certificates import selectors as certificates
from ocop.casework.communication import selectors as communication
from ocop.casework.dossiers import selectors as dossiers
from ocop.casework.ideas import selectors as ideas
from ocop.casework.inspections.selectors import desks as inspections
from ocop.casework.objections import selectors as objections
from ocop.casework.review import selectors as review
from ocop.casework.revocation import selectors as revocation
from ocop.casework.samples.selectors import desks as samples
from ocop.casework.sites import selectors as sites
from ocop.casework.support import selectors as support
from ocop.foundation.ui.waiting import Pile, Waiting, gather
from ocop.registers.mergers import selectors as mergers
from ocop.registers.producers import selectors as producers
from ocop.registers.products import selectors as products
from ocop.registers.programme import selectors as programme
from ocop.registers.rounds import selectors as rounds

# in the order in which equal work is shown: what others wait for comes before one's own drafts
SOURCES: tuple[Callable[[Any, datetime], Sequence[Waiting | Pile]], ...] = (
    review.waiting,
    certificates.waiting,
    inspections.waiting,
    revocation.waiting,
    annulment.waiting,
    advisory.waiting,
    objections.waiting,
    samples.waiting,
    dossiers.waiting,
    ideas.waiting_ideas,
    rounds.waiting,
    programme.waiting,
    mergers.waiting,
    support.waiting,
    sites.waiting,
    communication.waiting,
    producers.waiting,
    products.waiting,
)


@dataclass(frozen=True)
class Desk:
    """Everything that waits for one person at a moment."""

    kinds: list[Waiting]

    @property
    def count(self) -> int:
        """How many things wait."""
        return sum(kind.count for kind in self.kinds)

    @property
    def late(self) -> int:
        """How many of them are past their day."""
        return sum(kind.late for kind in self.kinds)


def desk_of(person: Any, at: datetime) -> Desk:
    """What waits for the person: kinds with something late first, else in the order of SOURCES. One query
    beside those of councils and rounds.
    """
    kinds = gather(kind for source in SOURCES for kind in source(person, at))
    return Desk(sorted(kinds, key=lambda kind: kind.late == 0))
