"""Where the commune's clock stands for a dossier."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from ocop.casework.dossiers.labels.clock import weekday_date, working_days
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.clock import Clock, read_clock
from ocop.casework.dossiers.states import EDITABLE, DossierState
from ocop.foundation.accounts.rules import Level
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import doubtful_days, provisional_years

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


def clock_words(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """The commune's clock in words."""
    found = clock_of(dossier, timezone.localdate(at))
    if found is None:
        return {}
    return {
        "clock": found,
        "clock_due": weekday_date(found.due_on),
        "clock_left": working_days(found.days_left),
        "clock_doubts": _doubts(dossier, found.due_on),
        "clock_kind": "bad" if found.is_late else "warn" if found.days_left <= 3 else "wait",
    }


def _doubts(dossier: Dossier, due_on: date) -> list[str]:
    """Days off before the due date that the calendar is not sure of yet,
    so that the date may still move by them.
    """
    if dossier.submitted_at is None:
        return []
    start = timezone.localdate(dossier.submitted_at)
    said_days = [f"{day.on:%d/%m/%Y} ({said(day.label)})" for day in doubtful_days(start, due_on)]
    years = [gettext("năm %(year)s") % {"year": year} for year in provisional_years(start, due_on)]
    return said_days + years
