"""What the page of a dossier shows of the team's report."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.casework.advisory.permissions import reads_advice
from ocop.casework.advisory.selectors import Advice, beside
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.above import Section
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class AdviceSection(Section):
    """The report in force, folded."""

    advice: Advice | None = None


def section_of(who: Who, dossier: Dossier) -> Section | None:
    """The team's report, for whoever reads it; nothing where there is none."""
    advice = beside(dossier)
    if advice is None or not reads_advice(who, dossier):
        return None
    return AdviceSection("advisory/section.html", advice)
