"""Rounds of evaluation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ocop.foundation.documents.models import Paper
from ocop.registers.programme.models.programme import Programme


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
