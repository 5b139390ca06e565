"""Reads of the programme."""

from __future__ import annotations

from ocop.registers.programme.models import AnomalyDecision, Programme


def current() -> Programme | None:
    """The programme this database serves; None before it is set up."""
    return Programme.objects.select_related("province").first()


def decisions_for(regulation_code: str) -> dict[str, str]:
    """The doubtful values that the office has settled, as scoring wants them."""
    found = AnomalyDecision.objects.filter(regulation_code=regulation_code).values_list("anomaly_id", flat=True)
    return dict.fromkeys(found, "suggested")
