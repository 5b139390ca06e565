"""What the story has brought about so far, by the keys of its data files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ocop.foundation.places.selectors import place
from ocop.outlets.demo.diary import Diary
from ocop.outlets.demo.moments import LAST_DAY

if TYPE_CHECKING:
    from ocop.casework.certificates.models import Decision
    from ocop.casework.dossiers.models import Dossier
    from ocop.casework.fieldwork.models import Visit
    from ocop.casework.review.models import Council, Meeting, Seat
    from ocop.casework.support.models import Activity
    from ocop.foundation.accounts.models import Office, Person
    from ocop.foundation.documents.models import Paper
    from ocop.foundation.places.models import Place
    from ocop.registers.producers.models import Producer
    from ocop.registers.products.models import Product
    from ocop.registers.programme.models import Plan, Programme, Task
    from ocop.registers.rounds.models import Round

PROVINCE = "15"
REGULATION = "qd-26-2026"


@dataclass
class Stage:
    """Everything that later steps refer to; `diary` holds the steps that are still to come."""

    diary: Diary = field(default_factory=Diary)
    people: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    producers: dict[str, Producer] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    programmes: dict[int, Programme] = field(default_factory=dict)
    councils: dict[str, Council] = field(default_factory=dict)
    plans: dict[int, Plan] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    programme: Programme | None = None
    round: Round | None = None
    council: Council | None = None

    @property
    def province(self) -> Place:
        """Lào Cai as it is today."""
        found = place(PROVINCE, "province", LAST_DAY)
        assert found is not None, "the places are loaded first"  # noqa: S101
        return found

    def commune(self, code: str) -> Place:
        """A commune of today by its code."""
        found = place(code, "commune", LAST_DAY)
        assert found is not None, code  # noqa: S101
        return found
