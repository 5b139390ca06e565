"""Rounds of evaluation, and what the office decides on proposals that bear the very day of a limit.

The tables bear the name of the programme, of which rounds were a part: the record knows them by it.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import Paper
from ocop.registers.programme.models import Programme


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
        app_label = "programme"
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


class BoundaryDecision(models.Model):
    """Into which round the proposals of one day go:
    one decision for all of them, so that nobody is treated apart.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="boundary_decisions")
    regulation_code = models.CharField(max_length=40)
    proposed_on = models.DateField(_("Ngày xã đề nghị"))
    year = models.PositiveSmallIntegerField(_("Năm"))
    number = models.PositiveSmallIntegerField(_("Đợt"))
    reference = models.CharField(_("Căn cứ"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "programme"
        ordering: ClassVar = ["-proposed_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "proposed_on"], name="programme_boundary_decided_once"
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="programme_boundary_has_reference"),
        ]

    def __str__(self) -> str:
        return f"{self.proposed_on:%d/%m/%Y}: {self.number}/{self.year}"
