"""The steps of a long piece of help: an application for a trademark, an advanced standard, a website."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.casework.support.rules import OPEN
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.words import said


class Step(models.Model):
    """One step: when it should be done, when it was, under which number of the office that did it."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="steps")
    key = models.CharField(_("bước"), max_length=20)
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    due_on = models.DateField(_("hạn"))
    done_on = models.DateField(_("xong ngày"), null=True, blank=True)
    office_no = models.CharField(_("số của cơ quan giải quyết"), max_length=60, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("bước của hoạt động")
        verbose_name_plural = _("bước của hoạt động")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "key"], name="support_step_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["done_on", "due_on"], name="support_step_due")]

    def __str__(self) -> str:
        return f"{self.activity}: {self.name}"

    @property
    def name(self) -> str:
        """The step in words."""
        rule = self.activity.row.step(self.key)
        return said(rule.label) if rule else self.key

    def is_late(self, on: date) -> bool:
        """Whether it should have been done before this day; nothing is late in what has ended."""
        return self.done_on is None and self.due_on < on and self.activity.state in OPEN
