"""Which dossiers are left over from an older law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.law import law_standing
from ocop.casework.dossiers.states import OPEN
from ocop.kernel.law import load_regulations


def left_over(rows: DossierQuerySet, day: date) -> DossierQuerySet:
    """Unfinished dossiers that are past the last day of their own law, the oldest filing first."""
    over = Q(pk__in=[])
    for one in _spans(day):
        over |= one
    return rows.filter(over, state__in=sorted(OPEN)).order_by("submitted_at", "pk")


def _spans(day: date) -> Iterator[Q]:
    """Dossiers by law, kind and span of filing for which the own law can no longer be used on a day.

    The law's answer (`rules.law_standing`) changes only with the days on which laws began, so that one day of
    each span answers for all of it: nothing needs to be read to find those few that are left over.
    """
    laws = sorted(load_regulations().values(), key=lambda law: law.effective_from)
    starts = [law.effective_from for law in laws if law.effective_from <= day]
    ends = [*starts[1:], day + timedelta(days=1)]
    for law in laws:
        for kind in DossierKind if starts and law.effective_from != starts[-1] else ():
            of_law = Q(regulation_code=law.code, kind=kind)
            if not law_standing(law.code, kind, None, day).is_current:
                yield of_law & (Q(submitted_at__isnull=True) | Q(submitted_at__lt=_start(law.effective_from)))
            for first, end in zip(starts, ends, strict=True):
                if first >= law.effective_from and not law_standing(law.code, kind, first, day).is_current:
                    yield of_law & Q(submitted_at__gte=_start(first), submitted_at__lt=_start(end))


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
