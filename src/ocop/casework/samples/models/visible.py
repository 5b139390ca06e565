"""Which demands, samples and laboratories a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.selectors import inside

if TYPE_CHECKING:
    from ocop.casework.samples.models.demands import Demand  # noqa: F401 - named in the base below
    from ocop.casework.samples.models.laboratories import Laboratory  # noqa: F401
    from ocop.casework.samples.models.samples import Handover, Sample  # noqa: F401

OFFICES = (Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER)


def _dossiers(person: Any, at: datetime) -> Any:
    return Dossier.objects.on_desk_of(person, at).values("pk")


class DemandQuerySet(models.QuerySet["Demand"]):
    """Reads of demands."""

    def visible_to(self, person: Any, at: datetime) -> DemandQuerySet:
        """Those of dossiers on the desk of the person's office."""
        return self.filter(dossier__in=_dossiers(person, at))

    def with_names(self) -> DemandQuerySet:
        """Loads what every page shows."""
        return self.select_related("dossier__product__producer", "dossier__commune__parent__parent", "by")

    def live(self) -> DemandQuerySet:
        """Those that were not dropped."""
        return self.exclude(state="dropped")


class SampleQuerySet(models.QuerySet["Sample"]):
    """Reads of samples."""

    def with_names(self) -> SampleQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "demand__dossier__product__producer",
            "demand__dossier__commune__parent__parent",
            "dispatch__laboratory",
            "dispatch__file",
            "file",
            "by",
        )


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Reads of the receipt book."""

    def visible_to(self, person: Any, at: datetime) -> HandoverQuerySet:
        """Those of samples of dossiers on the desk of the person's office."""
        return self.filter(sample__demand__dossier__in=_dossiers(person, at))


class LaboratoryQuerySet(models.QuerySet["Laboratory"]):
    """Reads of laboratories."""

    def visible_to(self, person: Any, at: datetime) -> LaboratoryQuerySet:
        """Those of the province where the person has an office."""
        offices = [one.office for one in who_is(person, at).appointments if one.role in OFFICES]
        return self.filter(province__in=inside([one.place_id for one in offices if one.place_id]))
