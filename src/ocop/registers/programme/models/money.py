"""Budget lines of a plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.registers.programme.labels import source_choices
from ocop.registers.programme.models.plans import Plan
from ocop.registers.programme.models.tasks import Task
from ocop.registers.programme.rules import BudgetSource


class BudgetLine(models.Model):
    """Money of one source for one purpose, in đồng; without an amount where the plan does not give one."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="budget_lines")
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="budget_lines",
        verbose_name=_("Cho nhiệm vụ"),
    )
    name = models.CharField(_("Nội dung chi"), max_length=300)
    source = models.CharField(_("Nguồn"), max_length=10, choices=source_choices)
    amount = models.BigIntegerField(_("Số tiền (đồng)"), null=True, blank=True)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    in_force = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("dòng kinh phí")
        verbose_name_plural = _("dòng kinh phí")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="programme_money_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(source__in=[source.value for source in BudgetSource]),
                name="programme_money_has_a_source",
            ),
        ]

    def __str__(self) -> str:
        return self.name
