"""Where the commune's clock stands for a dossier."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import EDITABLE, DossierState
from ocop.casework.dossiers.rules.clock import Clock, read_clock
from ocop.foundation.accounts.rules import Level

RUNNING = frozenset({DossierState.SUBMITTED, DossierState.RECEIVED, DossierState.RETURNED})


def clock_of(dossier: Dossier, today: date) -> Clock | None:
    """The clock with the days that the producer had the dossier; None where none was started. Two queries."""
    if dossier.commune_due_on is None:
        return None
    ended = timezone.localdate(dossier.proposed_at) if dossier.proposed_at else None
    if ended is None and dossier.state not in RUNNING:
        return None
    return read_clock(dossier.commune_due_on, today, _waits(dossier, today), ended)


def days_on_clock(dossier: Dossier, today: date) -> int | None:
    """Working days that are left, for lists: no queries. None where the clock does not run."""
    if dossier.commune_due_on is None or dossier.state not in RUNNING:
        return None
    return read_clock(dossier.commune_due_on, today, []).days_left


def _waits(dossier: Dossier, today: date) -> list[tuple[date, date]]:
    """From each return by the commune to the next handing-in,
    or to today while it is still with the producer.
    """
    returns = dossier.returns.filter(level=Level.COMMUNE).order_by("at").values_list("at", flat=True)
    filings = list(dossier.submissions.order_by("at").values_list("at", flat=True))
    spans = []
    for returned in returns:
        back = next((filed for filed in filings if filed > returned), None)
        if back is not None or dossier.state in EDITABLE:
            spans.append((timezone.localdate(returned), timezone.localdate(back) if back else today))
    return spans
