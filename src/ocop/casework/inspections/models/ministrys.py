"""Inspections that the Ministry made itself (article 9(4)(b)), recorded by officers of the province."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.labels import ministry_state_choices
from ocop.casework.inspections.models.visible import MinistryQuerySet
from ocop.casework.inspections.states import MINISTRY_WORKFLOW, MinistryState
from ocop.foundation.documents.models import Paper
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class MinistryInspection(models.Model):
    """What the Ministry's paper says of one product: who looked, when, what was found, what is asked by when.

    `needed_because` is empty for 5 stars, which it inspects by itself; `followed_note` says how what was
    asked was done.
    """

    workflow: ClassVar = MINISTRY_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="ministry_inspections")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="ministry_inspections")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="ministry_inspections")
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    inspected_on = models.DateField(_("ngày kiểm tra"))
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    needed_because = models.TextField(_("vì sao cần"), blank=True)
    findings = models.TextField(_("kết quả kiểm tra"))
    demand = models.TextField(_("yêu cầu"), blank=True)
    due_on = models.DateField(_("hạn thực hiện"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=ministry_state_choices, default=MinistryState.OPEN.value
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("ghi lúc"))
    followed_note = models.TextField(_("kết quả theo dõi"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    search_text = SearchField()

    objects = MinistryQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuộc kiểm tra của Bộ")
        verbose_name_plural = _("cuộc kiểm tra của Bộ")
        ordering: ClassVar = ["-inspected_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "recognition"], name="inspections_ministry_once"),
            models.CheckConstraint(
                condition=Q(demand="", due_on__isnull=True) | ~Q(demand="") & Q(due_on__isnull=False),
                name="inspections_ministry_asks_by_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=MinistryState.CLOSED, closed_at__isnull=False)
                | ~Q(state=MinistryState.CLOSED) & Q(closed_at__isnull=True),
                name="inspections_ministry_closed_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_name}, {self.inspected_on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("inspections:ministrys", args=[self.key])

    def is_late(self, today: Any) -> bool:
        """Whether what is asked is not done and its day has passed."""
        return self.due_on is not None and self.state == MinistryState.OPEN and self.due_on < today
