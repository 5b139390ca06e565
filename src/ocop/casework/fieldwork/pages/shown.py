"""What pages of other packages show of visits."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.above import Section
from ocop.casework.fieldwork.selectors.beside import Beside, beside_of
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class FoundSection(Section):
    """The part of a dossier's page that sets what was found beside what is claimed."""

    found: tuple[Beside, ...] = ()


def section_of(_who: Who, dossier: Dossier) -> Section | None:
    """Every ended visit of a dossier; nothing where nobody went there."""
    found = tuple(beside_of(dossier))
    return FoundSection("fieldwork/beside.html", found) if found else None
