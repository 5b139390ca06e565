"""Open dossiers of a producer that was placed in one of the communes that followed a divided one."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.audit.actions import record
from ocop.foundation.holding import holding
from ocop.registers.mergers.writes import Placed


def take_along(placed: Placed) -> None:
    """They lie with the new commune from now on; what has ended stays where it was decided."""
    open_ones = Dossier.objects.open().filter(product__producer=placed.producer, commune=placed.old)
    data = {"old": placed.old.code, "new": placed.unit.code}
    for dossier in holding(open_ones.order_by("pk")):
        dossier.commune = placed.unit
        dossier.save(update_fields=["commune"])
        record("dossier.place", dossier, by=placed.by, at=placed.at, data=data)
