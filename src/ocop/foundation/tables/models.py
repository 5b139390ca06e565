"""Tables that somebody handed in, and which title an office means by which field."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import StoredFile


class TableFile(models.Model):
    """A table that somebody handed in for one matter: shown as it is read, saved once, whole or not at all.

    `about` names the matter ("plan:12"), so that the file cannot be saved into another; `sheet` and `mapping`
    are what the person chose, empty where the reader chooses; `options` what the form asked besides.
    """

    unvouched: ClassVar = ("*",)  # what is saved of it is

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=80)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    sheet = models.CharField(max_length=200, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    options = models.JSONField(default=dict, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bảng đã gửi")
        verbose_name_plural = _("bảng đã gửi")
        ordering: ClassVar = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.file.name


class ColumnMemory(models.Model):
    """How an office once mapped the columns of such a table: asked again when the same titles come back."""

    unvouched: ClassVar = ("*",)  # no act

    owner = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    titles = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("cột đã nhớ")
        verbose_name_plural = _("cột đã nhớ")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "kind", "titles"], name="tables_memory_once"),
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.kind}"
