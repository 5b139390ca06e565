"""Which law a dossier follows, and which dossiers are left over from an older one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules.law import LawStanding
from ocop.casework.dossiers.states import OPEN
from ocop.kernel.law import load_regulations


@dataclass(frozen=True)
class LeftOver:
    """An unfinished dossier whose own law can no longer be used."""

    dossier: Dossier
    standing: LawStanding


def of_older_laws(rows: DossierQuerySet, day: date) -> DossierQuerySet:
    """Unfinished dossiers under any law but the newest in force:
    few, and the only ones that can be left over.
    """
    begun = [law for law in load_regulations().values() if law.effective_from <= day]
    newest = max(begun, key=lambda law: law.effective_from, default=None)
    older = rows.filter(state__in=sorted(OPEN))
    return older if newest is None else older.exclude(regulation_code=newest.code)


def left_over(rows: DossierQuerySet, day: date) -> list[LeftOver]:
    """Those that are past the last day of their law, the oldest filing first. One query."""
    found = of_older_laws(rows, day).with_names().order_by("submitted_at", "pk")
    return list(_left_over(found, day))


def _left_over(dossiers: Iterable[Dossier], day: date) -> Iterable[LeftOver]:
    for dossier in dossiers:
        standing = dossier.law_on(day)
        if not standing.is_current:
            yield LeftOver(dossier, standing)
