"""Which visits a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.dossiers.models.visible import PROVINCE_ROLES
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.places.selectors import inside
from ocop.registers.producers.permissions import producers_acted_for

if TYPE_CHECKING:
    from ocop.casework.fieldwork.models.visits import Visit  # noqa: F401 - named in the base below


class VisitQuerySet(models.QuerySet["Visit"]):
    """Reads of visits."""

    def visible_to(self, person: Any, at: datetime) -> VisitQuerySet:
        """Those of the own province and of the own commune, those one is sent to; for the producer's people
        theirs, from the notice on.
        """
        if not getattr(person, "is_active", False):
            return self.none()
        who = who_is(person, at)
        going = self.model._default_manager.filter(inspectors__person=person)
        seen = Q(pk__in=going.values("pk"))
        if provinces := _offices(who, PROVINCE_ROLES):
            seen |= Q(programme__province__in=inside(provinces))
        if communes := _offices(who, frozenset({Role.COMMUNE_OFFICER})):
            seen |= Q(commune__in=inside(communes))
        if own := producers_acted_for(who):
            seen |= Q(product__producer__in=own) & ~Q(state=VisitState.PLANNED)
        return self.filter(seen)

    def with_names(self) -> VisitQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province",
            "product__producer__commune__parent__parent",
            "commune",
            "dossier",
            "report",
        )


def _offices(who: Who, roles: frozenset[Role]) -> list[int]:
    found = [one.office.place_id for one in who.appointments if one.role in roles]
    return [place for place in found if place is not None]
