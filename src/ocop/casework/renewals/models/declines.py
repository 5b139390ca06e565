"""A producer's answer that it will not have a product evaluated anew."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.labels import decline_choices, reason_choices
from ocop.casework.renewals.states import DECLINE_WORKFLOW, DeclineState
from ocop.registers.products.models import Recognition


class Decline(models.Model):
    """“We will not renew”: no breach, only the end of the term. Given by the producer's people, or recorded
    by the commune for a producer without an account (`is_recorded`). It can be taken back while it matters.
    """

    workflow: ClassVar = DECLINE_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="declines")
    reason = models.CharField(_("lý do"), max_length=12, choices=reason_choices)
    words = models.TextField(_("nói rõ thêm"), blank=True)
    is_recorded = models.BooleanField(_("cán bộ ghi thay"), default=False)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=decline_choices, default=DeclineState.STANDING.value
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người trả lời")
    )
    at = models.DateTimeField(_("trả lời lúc"))

    class Meta:
        verbose_name = _("trả lời không đánh giá lại")
        verbose_name_plural = _("trả lời không đánh giá lại")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recognition"], condition=Q(state=DeclineState.STANDING), name="renewals_one_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recognition.product}"

    def get_absolute_url(self) -> str:
        """The page of its product's term."""
        return reverse("renewals:detail", args=[self.recognition.product.slug])
