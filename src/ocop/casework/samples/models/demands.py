"""That a product must be tested, and which of several results counts."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples.labels import cause_choices, demand_choices
from ocop.casework.samples.models.visible import DemandQuerySet
from ocop.casework.samples.rules import Cause
from ocop.casework.samples.states import DEMAND_WORKFLOW, DemandState
from ocop.foundation.search.models import SearchField


class Demand(models.Model):
    """One for a dossier, until it is dropped. `points` is the exact total that brought it, `asked_by` the
    body that asked and its paper, `reason` why; `until` the season or round that a postponed one waits for.
    """

    workflow: ClassVar = DEMAND_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="test_demands")
    cause = models.CharField(_("vì"), max_length=10, choices=cause_choices)
    points = models.CharField(_("điểm lượt đầu"), max_length=60, blank=True)
    asked_by = models.CharField(_("bên yêu cầu"), max_length=200, blank=True)
    reason = models.TextField(_("lý do"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=demand_choices, default=DemandState.DUE.value
    )
    until = models.CharField(_("chờ đến"), max_length=200, blank=True)
    at = models.DateTimeField(_("từ lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    search_text = SearchField()

    objects = DemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("sản phẩm phải kiểm nghiệm")
        verbose_name_plural = _("sản phẩm phải kiểm nghiệm")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"], condition=~Q(state=DemandState.DROPPED), name="samples_demand_once"
            ),
            models.CheckConstraint(
                condition=Q(cause=Cause.POINTS) & ~Q(points="")
                | ~Q(cause=Cause.POINTS) & Q(points="") & ~Q(reason="") & ~Q(asked_by=""),
                name="samples_demand_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.dossier.product.name

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("samples:demand", args=[self.key])


class Choice(models.Model):
    """Which of several results counts, and why. The last one holds; none is ever changed."""

    demand = models.ForeignKey(Demand, models.PROTECT, related_name="choices")
    sample = models.ForeignKey("samples.Sample", models.PROTECT, related_name="+", verbose_name=_("mẫu"))
    reason = models.TextField(_("lý do"))
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("quyết định mẫu được tính")
        verbose_name_plural = _("quyết định mẫu được tính")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="samples_choice_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.demand}: {self.sample}"
