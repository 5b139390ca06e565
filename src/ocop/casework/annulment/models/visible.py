"""Which annulments a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from ocop.casework.certificates.models.visible import provinces_of
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

    def with_names(self) -> AnnulmentQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province", "basis__file", "paper", "file", "prepared_by", "verified_by", "signer"
        )
