"""Results of closed meetings on their way to a decision or a notice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ocop.casework.certificates.models import DecisionItem, Redo, ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.review.models import AgendaItem, Declaration
from ocop.casework.review.selectors import (
    excluded_in_review,
    not_recognised,
    proposals_ready,
    results_ready_for_decision,
)


def undecided(kind: DecisionKind | str, person: Any, at: datetime) -> QuerySet[AgendaItem]:
    """Results that no live decision holds, for a decision of this kind;
    none that a conflict keeps from the person.
    """
    rows = results_ready_for_decision(at) if kind == DecisionKind.RECOGNITION else proposals_ready(at)
    held = DecisionItem.objects.filter(item=OuterRef("pk"), is_live=True)
    return _without_conflict(_counting(rows).exclude(Exists(held)), person)


def unnoticed(person: Any, at: datetime) -> QuerySet[AgendaItem]:
    """Products below 3 stars and excluded ones whose producers have no written notice yet (R26-33)."""
    rows = _counting(not_recognised(at) | excluded_in_review(at))
    return _without_conflict(rows.exclude(Exists(ResultNotice.objects.filter(item=OuterRef("pk")))), person)


def _counting(rows: QuerySet[AgendaItem]) -> QuerySet[AgendaItem]:
    """Without results that are evaluated again."""
    return rows.exclude(Exists(Redo.objects.filter(item=OuterRef("pk"))))


def _without_conflict(rows: QuerySet[AgendaItem], person: Any) -> QuerySet[AgendaItem]:
    kept = Declaration.objects.filter(item=OuterRef("pk"), seat__person=person, has_conflict=True)
    return rows.exclude(Exists(kept))
