"""Reads of papers that are not made yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Model, Q, QuerySet

from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.rules import Waiting

_WORSE = list(Waiting)


def unmade() -> QuerySet[Printout]:
    """Every paper that is not made yet: first what was given up, then what waits longest."""
    return Printout.objects.filter(made_at__isnull=True).order_by(
        F("given_up_at").asc(nulls_last=True), "wanted_at", "pk"
    )


def failed() -> QuerySet[Printout]:
    """Every paper that could not be made so far, also what was given up."""
    return Printout.objects.filter(~Q(fault=""), made_at__isnull=True)


def waiting_for(things: Iterable[Model], at: datetime) -> Waiting | None:
    """How the papers of these things stand, the worst of them; None where nothing waits.

    A page gives those alone that have no PDF, so that it asks nothing where all have.
    """
    asked = Q()
    for thing in things:
        asked |= Q(kind=thing._meta.label_lower, thing_id=thing.pk)
    if not asked:
        return None
    found = [one.waiting(at) for one in Printout.objects.filter(asked, made_at__isnull=True)]
    return max((one for one in found if one is not None), key=_WORSE.index, default=Waiting.SOON)
