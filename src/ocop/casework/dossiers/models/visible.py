"""Which dossiers a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.dossiers.states import OPEN, DossierState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.selectors import inside
from ocop.kernel.text import asked
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Listing

if TYPE_CHECKING:
    from ocop.casework.dossiers.models.dossier import Dossier  # noqa: F401 - named in the base below

PROVINCE_ROLES = frozenset({Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER})
HANDLING_ROLES = frozenset({Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER, Role.SECRETARY})


class DossierQuerySet(models.QuerySet["Dossier"]):
    """Reads of dossiers."""

    def visible_to(self, person: Any, at: datetime) -> DossierQuerySet:
        """Own dossiers always; for the offices of a commune and of its province,
        those that were handed in.
        """
        return self.filter(self._own(person, at) | self._in_office(person, at))

    def of_producers_of(self, person: Any, at: datetime) -> DossierQuerySet:
        """Those of producers for whom the person may act."""
        return self.filter(self._own(person, at))

    def on_desk_of(self, person: Any, at: datetime) -> DossierQuerySet:
        """Those handed in to an office where the person works as an officer of the commune or the
        province.
        """
        return self.filter(self._in_office(person, at))

    def finding(self, text: str) -> DossierQuerySet:
        """Those of which product, producer, place (old names too), form or receipt number answer
        to every word.
        """
        rows = self
        for word in asked(text):
            named = Listing.objects.filter(search_text__finds=word).values("pk")
            numbered = self.model.objects.filter(search_text__finds=word).values("pk")
            rows = rows.filter(Q(product__in=named) | Q(pk__in=numbered))
        return rows

    def open(self) -> DossierQuerySet:
        """Those that have not ended."""
        return self.filter(state__in=sorted(OPEN))

    def with_names(self) -> DossierQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("product__producer", "commune__parent__parent")

    @staticmethod
    def _own(person: Any, at: datetime) -> Q:
        if not getattr(person, "is_active", False):
            return Q(pk__in=[])
        return Q(product__producer__in=producers_acted_for(who_is(person, at)))

    @staticmethod
    def _in_office(person: Any, at: datetime) -> Q:
        roles = PROVINCE_ROLES | {Role.COMMUNE_OFFICER}
        found = [one.office.place_id for one in who_is(person, at).appointments if one.role in roles]
        offices = [place for place in found if place is not None]
        # offices of a commune, of its district while there were any, of its province; and of what took these
        # over
        here = Q(commune__in=inside(offices)) if offices else Q(pk__in=[])
        return here & Q(submitted_at__isnull=False) & ~Q(state=DossierState.DRAFT)
