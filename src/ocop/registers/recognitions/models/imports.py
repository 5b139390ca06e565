"""One table of recognised products that was brought in."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.documents.models import StoredFile


class RegisterImportQuerySet(models.QuerySet["RegisterImport"]):
    """Reads of imports."""

    def visible_to(self, person: Any, at: datetime) -> RegisterImportQuerySet:
        """All of them, for the officers of the province who bring them in; nobody else."""
        return self.all() if holds(person, Role.PROVINCE_OFFICER, at) else self.none()


class RegisterImport(models.Model):
    """A table that was brought in: how many rows, what came of them, and what was said of single ones.

    `told` keeps what was refused, doubtful and left out, in codes. An import that was taken back stays on
    record with these; what it had entered is gone. One without a person was brought in at the machine.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    sheet = models.CharField(max_length=200, blank=True)
    rows = models.PositiveIntegerField()
    created = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    told = models.JSONField(default=dict)
    at = models.DateTimeField()
    by: models.ForeignKey[Person | None] = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = RegisterImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần nhập danh bạ")
        verbose_name_plural = _("lần nhập danh bạ")
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["at", "id"], name="recognitions_imports_at")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=False) | Q(undone_by__isnull=True),
                name="recognitions_undone_by_needs_when",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """What came of it."""
        return reverse("recognitions:import", args=[self.key])
