"""What ends before any decision: a producer that was dissolved, a product that is made no more."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.labels import cessation_kind_choices, cessation_state_choices
from ocop.casework.revocation.models.revocations import Revocation
from ocop.casework.revocation.states import CESSATION_WORKFLOW, CessationState
from ocop.foundation.documents.models import Paper
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


class CessationQuerySet(models.QuerySet["Cessation"]):
    """Reads of cessations."""

    def visible_to(self, person: Any, at: datetime) -> CessationQuerySet:
        """Those of producers in the ground of the person's office."""
        return self.filter(producer__in=Producer.objects.on_desk_of(person, at))

    def waiting(self) -> CessationQuerySet:
        """Those of which the province has made nothing yet."""
        return self.filter(state=CessationState.REPORTED)


class Cessation(models.Model):
    """What the commune or the province recorded with the paper that says so; from its day the period of
    article 8(4) runs. Not a decision: the certificates hold until they are revoked.

    `product` is empty where the producer was dissolved, which is about all of its products.
    """

    workflow: ClassVar = CESSATION_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("việc"), max_length=12, choices=cessation_kind_choices)
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="cessations")
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="cessations")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    note = models.TextField(_("sự việc"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=cessation_state_choices, default=CessationState.REPORTED.value
    )
    revocation = models.ForeignKey(
        Revocation, models.PROTECT, null=True, blank=True, related_name="cessations"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("ghi lúc"))

    objects = CessationQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc ngừng sản xuất, giải thể")
        verbose_name_plural = _("việc ngừng sản xuất, giải thể")
        ordering: ClassVar = ["paper__issued_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="stopped", product__isnull=False)
                | Q(kind="dissolved", product__isnull=True),
                name="revocation_stopped_names_product",
            ),
            models.CheckConstraint(
                condition=Q(state="taken_up", revocation__isnull=False)
                | ~Q(state="taken_up") & Q(revocation__isnull=True),
                name="revocation_taken_up_names_case",
            ),
            models.UniqueConstraint(
                fields=["product"], condition=Q(state="reported"), name="revocation_stopped_once"
            ),
            models.UniqueConstraint(
                fields=["producer"], condition=Q(state="reported", kind="dissolved"),
                name="revocation_dissolved_once",
            ),
        ]  # fmt: skip

    @property
    def prepare_url(self) -> str:
        """Where its revocation is proposed."""
        return f"{reverse('revocation:prepare')}?ngung={self.key}"

    def __str__(self) -> str:
        return self.product.name if self.product else self.producer.name
