"""The inspection plan of a year and its lines."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.inspections.labels import plan_state_choices
from ocop.casework.inspections.models.visible import InspectionPlanQuerySet
from ocop.casework.inspections.states import PLAN_WORKFLOW, PlanState
from ocop.foundation.documents.models import Paper
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class InspectionPlan(models.Model):
    """Who is inspected in a year: drawn from data, changed by officers with a reason, issued with a number.

    `weights` are those by which it was drawn, `visits` for how many producers.
    """

    workflow: ClassVar = PLAN_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="inspection_plans")
    year = models.PositiveSmallIntegerField(gettext_lazy("năm"))
    visits = models.PositiveSmallIntegerField(gettext_lazy("số chủ thể"))
    weights = models.JSONField()
    state = models.CharField(
        gettext_lazy("trạng thái"), max_length=10, choices=plan_state_choices, default=PlanState.DRAFT.value
    )
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(gettext_lazy("lập lúc"))
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)

    objects = InspectionPlanQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("kế hoạch kiểm tra")
        verbose_name_plural = gettext_lazy("kế hoạch kiểm tra")
        ordering: ClassVar = ["-year", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "year"], name="inspections_plan_once_a_year"),
            models.CheckConstraint(
                condition=Q(state=PlanState.ISSUED, paper__isnull=False, issued_at__isnull=False)
                | Q(state=PlanState.DRAFT, paper__isnull=True, issued_at__isnull=True),
                name="inspections_issued_plan_has_paper",
            ),
        ]

    def __str__(self) -> str:
        return _("Kế hoạch kiểm tra năm %(year)s") % {"year": self.year}

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("inspections:plan", args=[self.key])


class PlanLine(models.Model):
    """A product of the plan. `reasons` say why it was drawn; `added_because` why an officer put it in,
    `removed_because` why one took it out: it stays to be read.
    """

    plan = models.ForeignKey(InspectionPlan, models.PROTECT, related_name="lines")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="inspection_lines")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="inspection_lines")
    position = models.PositiveSmallIntegerField()
    product_name = models.CharField(gettext_lazy("sản phẩm"), max_length=200)
    points = models.PositiveSmallIntegerField(gettext_lazy("điểm"), default=0)
    reasons = models.JSONField(default=list)
    added_because = models.TextField(blank=True)
    removed_because = models.TextField(blank=True)

    class Meta:
        verbose_name = gettext_lazy("sản phẩm trong kế hoạch")
        verbose_name_plural = gettext_lazy("sản phẩm trong kế hoạch")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "recognition"], name="inspections_line_once"),
        ]

    def __str__(self) -> str:
        return self.product_name

    @property
    def reason_rows(self) -> list[dict[str, Any]]:
        """The reasons as they were kept."""
        return list(self.reasons)
