"""Which plans, inspections, orders and reports a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ocop.casework.certificates.models.visible import provinces_of
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.selectors import inside
from ocop.registers.producers.permissions import producers_acted_for

if TYPE_CHECKING:
    # named in the bases below
    from ocop.casework.inspections.models.inspections import Inspection  # noqa: F401
    from ocop.casework.inspections.models.ministrys import MinistryInspection  # noqa: F401
    from ocop.casework.inspections.models.orders import CorrectiveOrder  # noqa: F401
    from ocop.casework.inspections.models.plans import InspectionPlan  # noqa: F401
    from ocop.casework.inspections.models.reports import MisuseReport  # noqa: F401


def _province(person: Any, at: datetime) -> Q:
    provinces = provinces_of(person, at)
    return Q(programme__province__in=inside(provinces)) if provinces else Q(pk__in=[])


def communes_of_officer(person: Any, at: datetime) -> list[int]:
    """The communes in whose offices the person works."""
    roles = appointments_on(person, at)
    return [a.office.place_id for a in roles if a.role == Role.COMMUNE_OFFICER and a.office.place_id]


def _concerned(person: Any, at: datetime, producer: str) -> Q:
    """Whose producers they are about, or in whose commune."""
    own = producers_acted_for(who_is(person, at))
    found = Q(**{f"{producer}__in": own}) if own else Q(pk__in=[])
    if communes := communes_of_officer(person, at):
        found |= Q(**{f"{producer}__commune__in": inside(communes)})
    return found


class InspectionPlanQuerySet(models.QuerySet["InspectionPlan"]):
    """Reads of plans."""

    def visible_to(self, person: Any, at: datetime) -> InspectionPlanQuerySet:
        """Those of the own province. Whom it will visit is nobody else's to know beforehand."""
        return self.filter(_province(person, at))


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Reads of inspections."""

    def visible_to(self, person: Any, at: datetime) -> InspectionQuerySet:
        """Those of the own province; the producer's people and its commune see one of the plan when it is
        opened, one by surprise when it is concluded.
        """
        told = Q(state=InspectionState.CONCLUDED) | Q(state=InspectionState.OPEN, surprise_because="")
        return self.filter(_province(person, at) | told & _concerned(person, at, "producer"))

    def with_names(self) -> InspectionQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province", "producer__commune__parent__parent", "plan", "paper", "file", "visit"
        )


class OrderQuerySet(models.QuerySet["CorrectiveOrder"]):
    """Reads of corrective orders."""

    def visible_to(self, person: Any, at: datetime) -> OrderQuerySet:
        """Those of the own province, of the own producers, of the own commune."""
        return self.filter(_province(person, at) | _concerned(person, at, "producer"))

    def with_names(self) -> OrderQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province",
            "producer__commune__parent__parent",
            "inspection__paper",
            "item__recognition",
            "finding",
        )


class MinistryQuerySet(models.QuerySet["MinistryInspection"]):
    """Reads of inspections of the Ministry."""

    def visible_to(self, person: Any, at: datetime) -> MinistryQuerySet:
        """Those of the own province, of the own producers, of the own commune."""
        return self.filter(_province(person, at) | _concerned(person, at, "producer"))

    def with_names(self) -> MinistryQuerySet:
        """Loads what every page shows."""
        return self.select_related(
            "programme__province", "producer__commune__parent__parent", "recognition__product", "paper__file"
        )


class ReportQuerySet(models.QuerySet["MisuseReport"]):
    """Reads of reports."""

    def visible_to(self, person: Any, at: datetime) -> ReportQuerySet:
        """Those of the own province; those passed to the own commune; never the producer's people."""
        seen = _province(person, at)
        if communes := communes_of_officer(person, at):
            seen |= Q(forwarded_to__in=inside(communes))
        return self.filter(seen)
