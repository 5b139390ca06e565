"""Taking a paper to make it, so that no two makers take the same.

Under a row lock the try is counted and `due_at` moved to the end of the maker's hold. Whoever comes second
leaves out what another is just taking.
"""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from ocop.foundation.printing.models import OPEN, Printout
from ocop.foundation.printing.rules import HOLD, MOST_TRIES

DIED = "the process that makes papers died over it"


def claim(at: datetime) -> Printout | None:
    """The next paper that is due, held for this maker; None when there is none.

    One over which as many makers died as may try is given up.
    """
    while _due(at).exists():  # asked first: on SQLite every transaction makes others wait
        with transaction.atomic():
            rows = _due(at).select_for_update(
                of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
            )
            one = rows.order_by("due_at", "id").first()
            if one is None:
                return None
            if one.tries < MOST_TRIES:
                one.tries, one.due_at = one.tries + 1, at + HOLD
                one.save(update_fields=["tries", "due_at"])
                return one
            one.given_up_at, one.fault = at, one.fault or DIED
            one.save(update_fields=["given_up_at", "fault"])
    return None


def _due(at: datetime) -> QuerySet[Printout]:
    return Printout.objects.filter(OPEN, due_at__lte=at)
