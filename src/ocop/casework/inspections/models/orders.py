"""Corrective orders, what producers answer, and the letter in which the orders of an inspection stand."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.labels import order_state_choices
from ocop.casework.inspections.models.inspections import Finding, Inspection, InspectionItem
from ocop.casework.inspections.models.visible import OrderQuerySet
from ocop.casework.inspections.states import ORDER_WORKFLOW, OrderState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Programme


class CorrectiveOrder(models.Model):
    """What a producer has to put right after one finding, by when. `first_due_on` differs from `due_on` where
    the deadline was extended, which happens once.
    """

    workflow: ClassVar = ORDER_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="corrective_orders")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="corrective_orders")
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="orders")
    item = models.ForeignKey(InspectionItem, models.PROTECT, related_name="orders")
    finding = models.OneToOneField(Finding, models.PROTECT, related_name="order")
    demand = models.TextField(_("yêu cầu"))
    due_on = models.DateField(_("hạn khắc phục"))
    first_due_on = models.DateField(_("hạn ban đầu"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=order_state_choices, default=OrderState.OPEN.value
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    search_text = SearchField()

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("yêu cầu khắc phục")
        verbose_name_plural = _("yêu cầu khắc phục")
        ordering: ClassVar = ["due_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("first_due_on")), name="inspections_order_only_extended"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item.product_name}: {self.demand}"[:120]

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("inspections:order", args=[self.key])

    @property
    def was_extended(self) -> bool:
        """Whether the one extension was used."""
        return self.due_on != self.first_due_on

    def is_late(self, today: Any) -> bool:
        """Whether the day has passed and nobody answered."""
        return self.state == OrderState.OPEN and self.due_on < today


class OrderAnswer(models.Model):
    """What the producer says: what was put right, or why the order is wrong."""

    order = models.ForeignKey(CorrectiveOrder, models.PROTECT, related_name="answers")
    is_objection = models.BooleanField(default=False)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class AnswerFile(models.Model):
    """A file that comes with an answer."""

    answer = models.ForeignKey(OrderAnswer, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.file.name


class OrderLetter(models.Model):
    """The letter with all orders of an inspection. Its number and day are those of the records office, or
    stay open.
    """

    filled_later: ClassVar = ("file",)

    inspection = models.OneToOneField(Inspection, models.PROTECT, related_name="letter")
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày"), null=True, blank=True)
    content = models.JSONField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("văn bản yêu cầu khắc phục")
        verbose_name_plural = _("văn bản yêu cầu khắc phục")

    def __str__(self) -> str:
        return f"{self.inspection.producer.name} {self.number}".strip()
