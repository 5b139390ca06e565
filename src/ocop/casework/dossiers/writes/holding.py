"""Dossiers held for the length of a change that is about several, or about more than dossiers."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.casework.dossiers.models import Dossier


def hold_dossiers(keys: Iterable[int]) -> None:
    """Waits for whoever works on these dossiers (by id), and holds them until the transaction ends.

    Asked before anything is recorded, in one order: whoever has one dossier in hand waits for the record, and
    whoever has recorded would wait for that dossier.
    """
    rows = Dossier.objects.select_for_update(of=("self",)).filter(pk__in=list(keys))
    list(rows.order_by("pk").values_list("pk", flat=True))
