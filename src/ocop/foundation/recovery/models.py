"""Codes by which somebody sets a new password."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ocop.foundation.recovery.rules import MOST_WRONG


class ResetCode(models.Model):
    """One code handed to one person; only its digest is kept. A later one takes its place."""

    unvouched: ClassVar = ("*",)  # its uses are recorded

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reset_codes")
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    wrong = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-issued_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["issued_by", "issued_at"], name="recovery_code_by")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("issued_at")), name="recovery_code_lasts"),
            models.CheckConstraint(condition=~Q(person=F("issued_by")), name="recovery_code_of_another"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def is_open(self, at: datetime) -> bool:
        """Whether it can be used at this moment."""
        return self.used_at is None and at < self.expires_at and self.wrong < MOST_WRONG
