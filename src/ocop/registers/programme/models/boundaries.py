"""What the office decides on proposals that bear the very day of a limit."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.registers.programme.models.programme import Programme


class BoundaryDecision(models.Model):
    """Into which round the proposals of one day go:
    one decision for all of them, so that nobody is treated apart.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="boundary_decisions")
    regulation_code = models.CharField(max_length=40)
    proposed_on = models.DateField(_("Ngày xã đề nghị"))
    year = models.PositiveSmallIntegerField(_("Năm"))
    number = models.PositiveSmallIntegerField(_("Đợt"))
    reference = models.CharField(_("Căn cứ"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-proposed_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "proposed_on"], name="programme_boundary_decided_once"
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="programme_boundary_has_reference"),
        ]

    def __str__(self) -> str:
        return f"{self.proposed_on:%d/%m/%Y}: {self.number}/{self.year}"
