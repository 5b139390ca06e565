"""Holding a dossier while something is written about it."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier


def held(dossier: Dossier) -> Dossier:
    """The stored dossier, held until the transaction ends,
    so that nobody hands it in while somebody writes in it.
    """
    rows = Dossier.objects.select_for_update(of=("self",))
    return rows.select_related("product__producer", "product__commune", "commune__parent__parent").get(
        pk=dossier.pk
    )
