"""The programme of a province: one row."""

from __future__ import annotations

from django.db import models

from ocop.foundation.places.models import Place


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Reads of programmes."""

    def here(self) -> Programme | None:
        """The one that this database serves, set up last; None before that."""
        return self.select_related("province").order_by("pk").last()


class Programme(models.Model):
    """The programme of one province. A database holds one; the demonstration says so on every page."""

    province = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="programme")
    name = models.CharField(max_length=200)
    agency_name = models.CharField(max_length=200)
    agency_parent = models.CharField(max_length=200, blank=True)
    authority_name = models.CharField(max_length=200)
    seat = models.CharField(max_length=100)
    paper_mark = models.CharField(max_length=10, blank=True)
    help_phone = models.CharField(max_length=30, blank=True)
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = ProgrammeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
