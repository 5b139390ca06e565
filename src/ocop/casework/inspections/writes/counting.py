"""Reports of late, counted in the database, so that every process of the server counts together.

Where they come from is kept as a keyed hash until the daily `forget_reporters`, and nowhere else.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.crypto import salted_hmac

from ocop.casework.inspections.models import ReportCount
from ocop.casework.inspections.rules.taking import COUNTED_FOR, MOST, Scope
from ocop.foundation.accounts.rules import machine, subnet
from ocop.foundation.holding import holding

_EVERYBODY = "everybody"
_SALT = "ocop.inspections.report"


def count_report(address: str, at: datetime, *, is_proven: bool) -> bool:
    """Counts a report before anything of it is looked at, so that many at once do not slip through. False
    where there have been too many from this machine or subnet, or of everybody without the work.
    """
    names = {
        Scope.MACHINE: _hash(machine(address)),
        Scope.SUBNET: _hash(subnet(address)),
        **({} if is_proven else {Scope.UNPROVEN: Scope.UNPROVEN.value}),
    }
    with transaction.atomic():
        # always in this order, so that nobody waits in a circle
        rows = {scope: _held(name, at) for scope, name in names.items()}
        if any(rows[scope].count >= MOST[scope] for scope in rows):
            return False
        for row in [*rows.values(), _held(_EVERYBODY, at)]:
            row.count += 1
            row.save(update_fields=["count", "until"])
    return True


def recent(at: datetime) -> int:
    """Reports of everybody of late: with more of them the work grows."""
    rows = ReportCount.objects.filter(name=_EVERYBODY, until__gt=at)
    return rows.aggregate(n=Sum("count"))["n"] or 0


def _held(name: str, at: datetime) -> ReportCount:
    ReportCount.objects.get_or_create(name=name, defaults={"until": at + COUNTED_FOR})
    row = holding(ReportCount.objects).get(name=name)
    if row.until <= at:
        row.count, row.until = 0, at + COUNTED_FOR
    return row


def _hash(place: str) -> str:
    return salted_hmac(_SALT, place, algorithm="sha256").hexdigest()
