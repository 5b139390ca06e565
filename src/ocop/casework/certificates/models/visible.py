"""Which decisions and certificates a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places.selectors import inside
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

if TYPE_CHECKING:
    from ocop.casework.certificates.models.certificates import Certificate  # noqa: F401 - named in the base below
    from ocop.casework.certificates.models.corrections import Correction  # noqa: F401
    from ocop.casework.certificates.models.decisions import Decision, DecisionItem  # noqa: F401

READERS = frozenset({Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER})


def provinces_of(person: Any, at: datetime) -> list[int]:
    """The provinces in whose offices the person prepares, signs or leads."""
    offices = [
        appointment.office for appointment in appointments_on(person, at) if appointment.role in READERS
    ]
    return [office.place_id for office in offices if office.place_id is not None]


def _districts_of(person: Any, at: datetime) -> list[int]:
    """The districts whose decisions the person prepares: before July 2025 they decided 3 stars."""
    offices = [row.office for row in appointments_on(person, at) if row.role == Role.COMMUNE_OFFICER]
    return [office.place_id for office in offices if office.level == Level.DISTRICT and office.place_id]


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Reads of decisions."""

    def visible_to(self, person: Any, at: datetime) -> DecisionQuerySet:
        """Those of the own province and what it took over, those of the district where the person prepares
        them; until signed, none that a conflict keeps the person from.
        """
        kept = Q(
            items__item__declarations__seat__person_id=getattr(person, "pk", None),
            items__item__declarations__has_conflict=True,
        )
        with_conflict = self.model._default_manager.filter(kept, signed_at__isnull=True).values("pk")
        offices = provinces_of(person, at)
        deciding = [*offices, *_districts_of(person, at)]
        own = Q(programme__province__in=inside(offices)) | Q(place__in=deciding)
        return self.filter(own).exclude(pk__in=with_conflict)


class DecisionItemQuerySet(models.QuerySet["DecisionItem"]):
    """Reads of the products of decisions."""

    def live(self) -> DecisionItemQuerySet:
        """Those still in their decision."""
        return self.filter(is_live=True)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Reads of certificates."""

    def visible_to(self, person: Any, at: datetime) -> CertificateQuerySet:
        """Those of the own province, of the own commune, of the producers for whom the person may act."""
        if not getattr(person, "is_active", False):
            return self.none()
        roles = appointments_on(person, at)
        places = (a.office.place_id for a in roles if a.role == Role.COMMUNE_OFFICER)
        communes = [place for place in places if place is not None]
        producers = Producer.objects.acted_for_by(person, at).values("pk")
        seen = Q(product__in=Product.objects.filter(producer__in=producers).values("pk"))
        # what no office of the person's can show is not asked: each costs tables
        if provinces := provinces_of(person, at):
            seen |= Q(decision_item__decision__programme__province__in=inside(provinces))
        if communes:
            seen |= Q(decision_item__item__dossier__commune__in=inside(communes))
        return self.filter(seen)

    def with_names(self) -> CertificateQuerySet:
        """Loads what every list and page shows."""
        return self.select_related(
            "product__producer",
            "decision_item__decision__programme",
            "decision_item__item__dossier__commune__parent__parent",
            "decision_item__photo",
            "recognition",
            "replaces",
        )


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Reads of corrections."""

    def with_names(self) -> CorrectionQuerySet:
        """Loads the paper and what decides who may read it."""
        return self.select_related(
            "paper__file",
            "by",
            "decision__programme__province",
            "notice__item__dossier__product__producer",
            "notice__item__dossier__commune__parent__parent",
        )
