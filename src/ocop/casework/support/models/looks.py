"""Later looks at what the help left behind: a board, a listing, a site."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.words import said


class Look(models.Model):
    """What was found on a day, with a photograph, and the sales that were reported since the last look."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="looks")
    on = models.DateField(_("ngày xem"))
    state = models.CharField(_("tình trạng"), max_length=20)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    photo = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ảnh")
    )
    sales = models.BigIntegerField(_("doanh thu báo cáo (đồng)"), null=True, blank=True)

    class Meta:
        verbose_name = _("lần xem lại")
        verbose_name_plural = _("lần xem lại")
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sales__isnull=True) | Q(sales__gte=0), name="support_sales_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.on:%Y-%m-%d}"

    @property
    def state_name(self) -> str:
        """What was found, in words."""
        looks = self.activity.row.looks
        found = looks.state(self.state) if looks else None
        return said(found.label) if found else self.state

    @property
    def is_good(self) -> bool:
        """Whether the help still works."""
        looks = self.activity.row.looks
        found = looks.state(self.state) if looks else None
        return found is not None and found.is_good
