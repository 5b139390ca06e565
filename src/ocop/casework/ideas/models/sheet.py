"""Workbooks of ideas that officers hand in."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import StoredFile


class IdeaSheet(models.Model):
    """A table of ideas that an officer handed in: looked through first, saved whole or not at all.

    `sheet` and `mapping` are what the officer chose, empty where the reader chooses. `faulty_count` is how
    many rows are to be mended; 1 at least where the table as a whole is wrong.
    """

    recorded_as: ClassVar = ("dossiers.ideasheet",)
    """The record of before ideas had a package of their own."""
    unvouched: ClassVar = ("sheet", "mapping", "row_count", "faulty_count")  # chosen on the way

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    sheet = models.CharField(max_length=200, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    row_count = models.PositiveIntegerField(_("số dòng"))
    faulty_count = models.PositiveIntegerField(_("số dòng phải sửa"))
    uploaded_at = models.DateTimeField(_("gửi lúc"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người gửi")
    )
    saved_at = models.DateTimeField(_("lưu lúc"), null=True, blank=True)

    class Meta:
        db_table = "dossiers_ideasheet"
        verbose_name = _("bảng ý tưởng")
        verbose_name_plural = _("bảng ý tưởng")
        ordering: ClassVar = ["-uploaded_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(saved_at__isnull=True) | Q(faulty_count=0),
                name="dossiers_idea_sheet_saved_without_faults",
            ),
        ]

    def __str__(self) -> str:
        return f"Bảng ý tưởng {self.file.name}"

    def get_absolute_url(self) -> str:
        """What was found in the workbook, and saving it."""
        return reverse("ideas:sheet", args=[self.key])
