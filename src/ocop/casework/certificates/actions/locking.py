"""One at a time: the row of a decision held until the transaction ends."""

from __future__ import annotations

from ocop.casework.certificates.models import Decision


def hold(decision: Decision) -> None:
    """Waits for whoever works on the decision, then reads it again into the same object."""
    Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    decision.refresh_from_db()
