"""The steps of the year in a plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ocop.registers.programme.labels import step_choices
from ocop.registers.programme.models.plans import Plan


class CycleStep(models.Model):
    """One step of the yearly cycle with its days; a step may come twice, as evaluation does."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="steps")
    kind = models.CharField(_("Bước"), max_length=15, choices=step_choices)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bước của chu trình")
        verbose_name_plural = _("bước của chu trình")
        ordering: ClassVar = ["starts_on", "ends_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="programme_step_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
