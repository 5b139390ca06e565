"""What an activity cost, and from which line of the plan's budget it was paid."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.foundation.documents.models import StoredFile
from ocop.registers.programme.models import BudgetLine


class Cost(models.Model):
    """One payment in đồng. There is no money without a source: the budget line says whose it is.

    A payment entered by mistake is withdrawn with a reason and counts no more; its row stays.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="costs")
    budget_line = models.ForeignKey(
        BudgetLine, models.PROTECT, related_name="costs", verbose_name=_("dòng kinh phí")
    )
    amount = models.BigIntegerField(_("số tiền (đồng)"))
    paid_on = models.DateField(_("ngày chi"))
    note = models.CharField(_("nội dung chi"), max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do rút"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("khoản chi")
        verbose_name_plural = _("khoản chi")
        ordering: ClassVar = ["-paid_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="support_cost_is_money"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="support_withdrawn_cost_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.amount}"
