"""What is to be visited, by the codes that people type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.states import DossierState
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import Point, VisitKind
from ocop.casework.fieldwork.states import OPEN
from ocop.foundation.places.models import Place
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing

BEFORE_COUNCIL = (DossierState.PROPOSED, DossierState.ACCEPTED, DossierState.SCHEDULED)
"""Dossiers that the commune proposed and no council has judged yet."""


@dataclass(frozen=True)
class Goal:
    """One product to visit: with its dossier, or with the recognition that is checked and the dossier that
    led to it, where there is one.
    """

    product: Product
    dossier: Dossier | None
    recognition: Recognition | None = None

    @property
    def commune(self) -> Place | None:
        """Where one goes."""
        return self.product.commune or self.product.producer.commune

    @property
    def point(self) -> Point | None:
        """The centroid of the commune; none where nobody knows it."""
        place = self.commune
        if place is None or place.latitude is None or place.longitude is None:
            return None
        return Point(place.latitude, place.longitude)


@dataclass(frozen=True)
class Named:
    """What the typed codes named, each once; lines that named nothing."""

    found: list[Goal]
    unknown: list[str]


def named(kind: VisitKind, text: str, *, person: Any, at: datetime) -> Named:
    """One code a line, in the ground of the person's office: before the council of a receipt, form or
    product, after award of a product or certificate.
    """
    found: dict[int, Goal] = {}
    unknown = []
    for line in dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()):
        goal = _dossier(line, person, at) if kind == VisitKind.VERIFICATION else _award(line, person, at)
        if goal is None:
            unknown.append(line)
        else:
            found.setdefault(goal.product.pk, goal)
    return Named(list(found.values()), unknown)


def _dossier(code: str, person: Any, at: datetime) -> Goal | None:
    rows = Dossier.objects.on_desk_of(person, at).filter(state__in=BEFORE_COUNCIL)
    known = Q(registration_no=code) | Q(submissions__code=code.upper())
    coded = Q(product__recognitions__in=bearing(code).values("pk"))
    one = rows.filter(known | coded).select_related(*_names("product")).order_by("-pk").first()
    return None if one is None else Goal(one.product, one)


def _award(code: str, person: Any, at: datetime) -> Goal | None:
    own = Product.objects.on_desk_of(person, at)
    recognition = bearing(code).filter(product__in=own).select_related(*_names("product")).first()
    if recognition is None:
        return None
    return Goal(recognition.product, _recognised_dossier(recognition.product), recognition)


def _recognised_dossier(product: Product) -> Dossier | None:
    """The last dossier of the product that a council proposed to recognise; none for an imported one."""
    rows = product.dossiers.filter(state=DossierState.CONCLUDED, submissions__isnull=False)
    return rows.exclude(outcome=Outcome.EXCLUDED).order_by("-submitted_at", "-pk").first()


def _names(path: str) -> tuple[str, ...]:
    return (f"{path}__producer__commune__parent__parent", f"{path}__commune__parent__parent")


def open_visits(goals: list[Goal]) -> Iterator[Visit]:
    """Visits of these products that are still to be done."""
    yield from Visit.objects.filter(product__in=[one.product.pk for one in goals], state__in=OPEN)
