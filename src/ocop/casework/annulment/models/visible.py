"""Which annulments a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.annulment.states import RUNNING, AnnulmentState
from ocop.casework.certificates.models.visible import provinces_of
from ocop.casework.dossiers.states import OPEN, DossierState
from ocop.foundation.places.selectors import inside

if TYPE_CHECKING:
    from ocop.casework.annulment.models.annulments import Annulment  # noqa: F401 - named in the base below


class AnnulmentQuerySet(models.QuerySet["Annulment"]):
    """Reads of annulments."""

    def visible_to(self, person: Any, at: datetime) -> AnnulmentQuerySet:
        """Those of the own province; producers and communes learn what was decided by a message and from the
        register.
        """
        return self.filter(programme__province__in=inside(provinces_of(person, at)))

    def still_asked(self) -> AnnulmentQuerySet:
        """Those that the ministry wants done by a day and that are not: undecided, or decided with a product
        that waits to be evaluated again.
        """
        waits = Q(items__left_out="", items__item__dossier__state__in=sorted(OPEN - {DossierState.EVALUATED}))
        undone = Q(state__in=sorted(RUNNING)) | Q(state=AnnulmentState.DECIDED, redo=True) & waits
        return self.filter(undone, due_on__isnull=False).distinct()

    def with_names(self) -> AnnulmentQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province", "basis__file", "paper", "file", "prepared_by", "verified_by", "signer"
        )
