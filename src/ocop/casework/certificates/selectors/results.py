"""Results of closed meetings on their way to a decision or a notice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ocop.casework.certificates.models import DecisionItem, Redo, ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.review.models import AgendaItem, Declaration
from ocop.casework.review.selectors import (
    excluded_in_review,
    not_recognised,
    proposals_ready,
    results_ready_for_decision,
)

_CHANGES_NOTHING = Q(
    dossier__kind=DossierKind.UPGRADE, recommended_stars__lte=F("dossier__recognition__stars")
)
"""Results of upgrades for which there is nothing to decide: the recognition stands as it is."""


def undecided(kind: DecisionKind | str, person: Any, at: datetime) -> QuerySet[AgendaItem]:
    """Results that no live decision holds, for a decision of this kind; none that a conflict keeps from the
    person, and no upgrade that changes nothing.
    """
    if kind == DecisionKind.RECOGNITION:
        rows = results_ready_for_decision(at).exclude(_CHANGES_NOTHING)
    else:
        rows = proposals_ready(at)
    held = DecisionItem.objects.filter(item=OuterRef("pk"), is_live=True)
    return _without_conflict(_counting(rows).exclude(Exists(held)), person)


def unnoticed(person: Any, at: datetime) -> QuerySet[AgendaItem]:
    """Products below 3 stars, upgrades that do not reach more stars than the product has, and excluded ones
    whose producers have no written notice yet (R26-33, R26-35).
    """
    unchanged = results_ready_for_decision(at).filter(_CHANGES_NOTHING)
    rows = _counting(not_recognised(at) | unchanged | excluded_in_review(at))
    return _without_conflict(rows.exclude(Exists(ResultNotice.objects.filter(item=OuterRef("pk")))), person)


def _counting(rows: QuerySet[AgendaItem]) -> QuerySet[AgendaItem]:
    """Without results that are evaluated again."""
    return rows.exclude(Exists(Redo.objects.filter(item=OuterRef("pk"))))


def _without_conflict(rows: QuerySet[AgendaItem], person: Any) -> QuerySet[AgendaItem]:
    kept = Declaration.objects.filter(item=OuterRef("pk"), seat__person=person, has_conflict=True)
    return rows.exclude(Exists(kept))
