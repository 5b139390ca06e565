"""What the advisory team said of products on an agenda (article 7(3)(c); R26-29)."""

from __future__ import annotations

from ocop.casework.advisory.selectors import beside
from ocop.casework.review.models import AgendaItem


def has_advice(item: AgendaItem) -> bool:
    """Whether the team's word on this product is here: its report, or what was written on the agenda."""
    return bool(item.advisory_opinion.strip()) or beside(item.dossier) is not None
