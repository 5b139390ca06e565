"""What was claimed beside what was found, for pages of a dossier and the council's score sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ocop.casework.dossiers.models import Dossier
from ocop.casework.fieldwork.labels import FINDING_KINDS, finding_word
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import Line
from ocop.casework.fieldwork.states import VisitState


@dataclass(frozen=True)
class BesideRow:
    """One line: what the producer claims, what was found."""

    line: Line
    word: str
    kind: str
    note: str


@dataclass(frozen=True)
class Beside:
    """An ended visit, with its lines."""

    visit: Visit
    rows: list[BesideRow]

    @property
    def differing(self) -> int:
        """How many lines differ from the claim."""
        return sum(1 for row in self.rows if row.kind == "bad")

    def of(self, code: str) -> BesideRow | None:
        """The line of a criterion."""
        return next((row for row in self.rows if row.line.code == code), None)


def row_of(line: Line, found: Mapping[str, Mapping[str, str]]) -> BesideRow:
    """One line with its words."""
    said = found.get(line.code, {})
    finding = said.get("finding", "")
    return BesideRow(line, finding_word(finding), FINDING_KINDS[finding], said.get("note", ""))


def beside_of(dossier: Dossier) -> list[Beside]:
    """Every ended visit of a dossier, the last first. One statement."""
    rows = Visit.objects.filter(dossier=dossier, state=VisitState.ENDED).order_by("-ended_at", "-pk")
    return [told_by(visit) for visit in rows]


def told_by(visit: Visit) -> Beside:
    """A visit with its lines."""
    return Beside(visit, [row_of(line, visit.found) for line in visit.lines])
