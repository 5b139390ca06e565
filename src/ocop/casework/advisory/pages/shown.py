"""What the page of a dossier shows of the team's report and points."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.casework.advisory.permissions import reads_advice, sees_points
from ocop.casework.advisory.selectors import Advice, beside
from ocop.casework.advisory.selectors.sheets import TeamPoints, points_of, sealed_sheets
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.above import Section
from ocop.foundation.accounts.who import Who


@dataclass(frozen=True)
class AdviceSection(Section):
    """The report in force and the mean of the sheets, folded."""

    advice: Advice | None = None
    points: TeamPoints | None = None


def section_of(who: Who, dossier: Dossier) -> Section | None:
    """The team's report and points, for whoever reads them; nothing where there is none."""
    advice = beside(dossier)
    if not reads_advice(who, dossier):
        return None
    points = points_for(who, dossier)
    if advice is None and points is None:
        return None
    return AdviceSection("advisory/section.html", advice, points)


def points_for(who: Who, dossier: Dossier) -> TeamPoints | None:
    """The mean of the team's sheets, for whoever may see it now."""
    sheets = sealed_sheets(dossier)
    return points_of(dossier, sheets) if sheets and sees_points(who, dossier, sheets) else None
