"""A route of a day and its stops, in the order of their times."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.labels import stop_choices
from ocop.casework.tourism.models.showing import Showing, ShowQuerySet
from ocop.casework.tourism.models.spots import Spot
from ocop.casework.tourism.states import ROUTE
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer


class Route(Showing):
    """A day that joins villages, makers and sights. `place` is the commune where it begins."""

    workflow: ClassVar = ROUTE

    about = models.TextField(_("giới thiệu"), blank=True)

    objects = ShowQuerySet.as_manager()

    class Meta(Showing.Meta):
        verbose_name = _("tuyến trong ngày")
        verbose_name_plural = _("tuyến trong ngày")

    def get_absolute_url(self) -> str:
        """The page where it is looked after."""
        return reverse("tourism:route", args=[self.slug])

    @property
    def public_url(self) -> str:
        """The page that everyone sees."""
        return reverse("catalogue:route", args=[self.slug])

    def kept_stops(self) -> models.QuerySet[Stop]:
        """Its stops in order."""
        return self.stops.filter(is_withdrawn=False).order_by("starts_at", "pk")

    def contents(self) -> dict[str, Any]:
        """All that is being written, as it would be shown now."""
        return {
            "name": self.name,
            "about": self.about,
            "stops": [
                {
                    "at": one.starts_at.isoformat("minutes"), "minutes": one.minutes, "kind": one.kind,
                    "name": one.name, "note": one.note, "place": one.place_id, "spot": one.spot_id,
                    "producer": one.producer_id,
                }
                for one in self.kept_stops()
            ],
        }  # fmt: skip


class Stop(models.Model):
    """Where one arrives at a time of the day, and for how long, as the officer says."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    route = models.ForeignKey(Route, models.PROTECT, related_name="stops")
    starts_at = models.TimeField(_("giờ đến"))
    minutes = models.PositiveSmallIntegerField(_("ở lại (phút)"))
    kind = models.CharField(_("loại"), max_length=6, choices=stop_choices)
    name = models.CharField(_("tên"), max_length=120)
    note = models.CharField(_("làm gì ở đó"), max_length=300, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("xã"))
    spot = models.ForeignKey(Spot, models.PROTECT, null=True, blank=True, related_name="stops")
    producer = models.ForeignKey(Producer, models.PROTECT, null=True, blank=True, related_name="stops")
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("điểm dừng")
        verbose_name_plural = _("điểm dừng")
        ordering: ClassVar = ["starts_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["route", "starts_at"],
                condition=Q(is_withdrawn=False),
                name="tourism_one_stop_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(kind="spot", spot__isnull=False, producer__isnull=True)
                | Q(kind="maker", spot__isnull=True, producer__isnull=False)
                | Q(kind="sight", spot__isnull=True, producer__isnull=True),
                name="tourism_stop_leads_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%H:%M} {self.name}"


class RouteSheet(models.Model):
    """A route on one sheet of A4 in one language, as it was last shown. Until the sheet of what is shown now
    is made, the one before stays. Who showed it, and when, stand on the paper's row too.
    """

    unvouched: ClassVar = ("*",)  # what it says and its PDF are vouched for by the printout

    route = models.ForeignKey(Route, models.PROTECT, related_name="sheets")
    language = models.CharField(max_length=2)
    shown_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shown_at = models.DateTimeField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["route", "language"], name="tourism_one_sheet_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.route} ({self.language})"
