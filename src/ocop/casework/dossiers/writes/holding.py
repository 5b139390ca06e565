"""Dossiers held for the length of a change that is about several, or about more than dossiers."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.holding import holding


def hold_dossiers(keys: Iterable[int]) -> None:
    """Waits for whoever works on these dossiers (by id), and holds them until the transaction ends.

    In one order: two who hold several would otherwise wait for each other.
    """
    rows = holding(Dossier.objects).filter(pk__in=list(keys))
    list(rows.order_by("pk").values_list("pk", flat=True))
