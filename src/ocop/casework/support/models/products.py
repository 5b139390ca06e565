"""Artwork of the mark with stars, given per product and star while its recognition holds."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.foundation.documents.models import StoredFile
from ocop.registers.products.models import Recognition


class Kit(models.Model):
    """The artwork of one recognised product.
    It may be used, and is downloaded, while the recognition holds; `allowed_until` is what was known of
    that when it
    was given.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="kits")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="kits")
    allowed_until = models.DateField(_("được dùng đến hết ngày"))
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="support_kit")
    issued_on = models.DateField(_("giao ngày"))

    class Meta:
        verbose_name = _("bộ mẫu nhãn")
        verbose_name_plural = _("bộ mẫu nhãn")
        ordering: ClassVar = ["-issued_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "recognition"], name="support_kit_once"),
            models.CheckConstraint(
                condition=Q(allowed_until__gte=F("issued_on")), name="support_kit_while_valid"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recognition}"
