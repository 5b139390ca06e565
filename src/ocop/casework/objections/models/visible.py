"""Which objections a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ocop.casework.certificates.models.visible import provinces_of
from ocop.casework.review.models import Declaration
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.selectors import inside
from ocop.registers.producers.permissions import producers_acted_for

if TYPE_CHECKING:
    from ocop.casework.objections.models.objections import Objection  # noqa: F401 - named in the base below


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Reads of objections."""

    def visible_to(self, person: Any, at: datetime) -> ObjectionQuerySet:
        """Those of one's own producers, of the commune in whose office one works, of the own province; none
        about a product with which one declared a conflict of interest.
        """
        found = Q(producer__in=producers_acted_for(who_is(person, at)))
        if provinces := provinces_of(person, at):
            found |= Q(programme__province__in=inside(provinces))
        roles = [one for one in appointments_on(person, at) if one.role == Role.COMMUNE_OFFICER]
        if communes := [one.office.place_id for one in roles if one.office.place_id]:
            found |= Q(producer__commune__in=inside(communes))
        conflict = Declaration.objects.filter(
            item=OuterRef("notice__item"), seat__person=person.pk, has_conflict=True
        )
        return self.filter(found).exclude(Exists(conflict))

    def with_names(self) -> ObjectionQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province", "producer__commune", "notice__item__dossier__product",
            "notice__item__meeting__rules", "paper", "file", "filed_by", "answered_by",
        )  # fmt: skip
