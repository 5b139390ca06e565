"""Running numbers without gaps or doubles."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.db.models import F
from django.db.transaction import TransactionManagementError

from ocop.foundation.documents.models import Series
from ocop.foundation.documents.rules import number_year


def allocate(series: str, *, at: datetime, yearly: bool = True) -> int:
    """The next number of a series, from 1 on 1 January by Vietnamese time (Decree 30/2020, article 15).

    Call it in the transaction that uses the number: what is rolled back gives its number back, so there are
    no gaps. Others who want a number of the same series wait until that transaction ends. Without a
    transaction it refuses. `yearly=False` is for a series that never starts again.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("A number is allocated inside the transaction that uses it.")
    year = number_year(at) if yearly else 0
    # the insert does nothing where the row exists; the update then holds the row until the transaction ends
    Series.objects.bulk_create([Series(name=series, year=year)], ignore_conflicts=True)
    row = Series.objects.filter(name=series, year=year)
    row.update(last_number=F("last_number") + 1, last_at=at)
    return row.values_list("last_number", flat=True).get()
