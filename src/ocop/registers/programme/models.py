"""The programme of a province with its open points, its rounds, and what it has decided on doubts of the law."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place


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

    def __str__(self) -> str:
        return self.name


class Round(models.Model):
    """A dated series of evaluations in a year (Decision 26/2026, article 5)."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rounds")
    regulation_code = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    is_extra = models.BooleanField(default=False)
    proposed_before = models.DateField()
    held_before = models.DateField()
    plan = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rules = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-year", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "year", "number"], name="programme_round_once"),
            models.CheckConstraint(
                condition=Q(is_extra=False) | Q(plan__isnull=False, rules__isnull=False),
                name="programme_extra_round_needs_papers",
            ),
            models.CheckConstraint(
                condition=Q(held_before__gt=models.F("proposed_before")), name="programme_round_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class AnomalyDecision(models.Model):
    """The office's decision on a doubtful printed value of a regulation, with its reference."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="anomaly_decisions")
    regulation_code = models.CharField(max_length=40)
    anomaly_id = models.CharField(max_length=40)
    reference = models.CharField(max_length=200)
    decided_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "regulation_code", "anomaly_id"], name="programme_anomaly_decided_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anomaly_id}: {self.reference}"
