"""The package to the ministry, as it was handed out."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import DecisionItem


class Handover(models.Model):
    """One handing-out of the package of a product of 90 points and more: which files it holds, each by its
    name, title, size and hash, and the hash of that list. Never changed: what is missing or new later makes
    another one.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision_item = models.ForeignKey(DecisionItem, models.PROTECT, related_name="handovers")
    to = models.CharField(_("giao cho"), max_length=200)
    with_restricted = models.BooleanField(_("kèm giấy tờ hạn chế xem"))
    contents = models.JSONField(_("danh mục"), editable=False)
    sha256 = models.CharField(_("mã băm danh mục"), max_length=64)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người giao hồ sơ")
    )
    at = models.DateTimeField(_("giao lúc"))

    class Meta:
        verbose_name = _("lần giao hồ sơ gửi Bộ")
        verbose_name_plural = _("lần giao hồ sơ gửi Bộ")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(to="") & Q(size__gt=0), name="paperwork_handed_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.decision_item.product}: {self.to}"

    def get_absolute_url(self) -> str:
        """The archive as it was handed out."""
        return reverse("paperwork:handed", args=[self.key])
