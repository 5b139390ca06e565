"""What the sheets of the team give: points by the kernel, the exact mean, nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ocop.casework.advisory.models import Interest, TeamSheet
from ocop.casework.advisory.rules import mean
from ocop.casework.advisory.states import SheetState
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import DossierForScoring, dossier_for_scoring
from ocop.kernel.scoring import Choice, Result, partial
from ocop.registers.programme.selectors import decisions_for

Points = dict[str, Fraction]


@dataclass(frozen=True)
class TeamPoints:
    """The mean of the sealed sheets, part by part and in whole."""

    sheets: Sequence[TeamSheet]
    parts: Points

    @property
    def total(self) -> Fraction:
        """The mean of the totals."""
        return sum(self.parts.values(), Fraction(0))


def sealed_sheets(dossier: Dossier) -> list[TeamSheet]:
    """The sealed sheets on the dossier as it was last handed in, without those of members who declared a
    conflict afterwards. One statement.
    """
    away = Interest.objects.filter(dossier=dossier, has_conflict=True).values("person")
    rows = TeamSheet.objects.of_last_submission().filter(dossier=dossier, state=SheetState.SEALED)
    return list(rows.exclude(seat__person__in=away).select_related("seat__person").order_by("pk"))


def scored(frozen: DossierForScoring, choices: Mapping[str, Choice], decisions: Mapping[str, str]) -> Result:
    """A sheet by the rubric, with the same function as the self-assessment."""
    return partial(frozen.regulation, frozen.product_set, choices, frozen.facts, decisions=decisions)


def mean_parts(frozen: DossierForScoring, decisions: Mapping[str, str]) -> Points | None:
    """The team's points to compare the council's with; None where no sheet is sealed. Whoever calls it says
    which doubts of the law are settled.
    """
    return _mean(frozen, sealed_sheets(frozen.dossier), decisions)


def _mean(
    frozen: DossierForScoring, sheets: Iterable[TeamSheet], decisions: Mapping[str, str]
) -> Points | None:
    found = [dict(scored(frozen, sheet.choices, decisions).parts) for sheet in sheets]
    return mean([{str(code): points for code, points in parts.items()} for parts in found]) or None


def points_of(dossier: Dossier, sheets: Sequence[TeamSheet] | None = None) -> TeamPoints | None:
    """What the team gave a product in the mean; None where no sheet is sealed, which is one statement."""
    sheets = sealed_sheets(dossier) if sheets is None else sheets
    if not sheets:
        return None
    frozen = dossier_for_scoring(dossier)
    parts = _mean(frozen, sheets, decisions_for(frozen.regulation.code))
    return None if parts is None else TeamPoints(sheets, parts)


def criteria_of(frozen: DossierForScoring) -> list[str]:
    """The criteria that the product has to answer, in printed order."""
    found = scored(frozen, {}, decisions_for(frozen.regulation.code))
    return [row.criterion.code for row in found.criteria if row.applies]


def unscored(frozen: DossierForScoring, choices: Mapping[str, Choice]) -> list[str]:
    """The criteria without an answer; that no option is reached is one."""
    return [code for code in criteria_of(frozen) if code not in choices]
