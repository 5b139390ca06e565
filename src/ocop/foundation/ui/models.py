"""What keeps forms while they are filled: whose turn it is, what was carried out, drafts of fields.

Persons stand above this package: their number is kept, no key to their row.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpenForm(models.Model):
    """A form that somebody fills. Its row is held by whoever saves it, so that others wait."""

    unvouched: ClassVar = ("*",)  # no act

    form = models.CharField(_("biểu mẫu"), max_length=400, primary_key=True)
    at = models.DateTimeField(_("mở lúc"), db_index=True)

    class Meta:
        verbose_name = _("biểu mẫu đang mở")
        verbose_name_plural = _("biểu mẫu đang mở")
        ordering: ClassVar = ["form"]

    def __str__(self) -> str:
        return self.form


class Operation(models.Model):
    """Something that a page asked for once, under a name of the page's own making, and what was answered.

    `asked` is the hash of what was sent, empty for what comes too late to be carried out; `made` the marks
    of what it stored. A whole form has no field.
    """

    unvouched: ClassVar = ("*",)  # no act

    key = models.CharField(_("lần gửi"), max_length=40, primary_key=True)
    owner = models.PositiveBigIntegerField(_("người gửi"))
    form = models.CharField(_("biểu mẫu"), max_length=400)
    field = models.CharField(_("ô"), max_length=100, blank=True)
    asked = models.CharField(_("mã băm nội dung"), max_length=64, blank=True)
    made = models.TextField(_("dấu của giá trị"), blank=True)
    answer = models.JSONField(_("câu trả lời"), default=dict)
    at = models.DateTimeField(_("ghi lúc"), db_index=True)

    class Meta:
        verbose_name = _("lần gửi")
        verbose_name_plural = _("lần gửi")
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.form} {self.field}: {self.key}"


class Draft(models.Model):
    """What somebody wrote in a field and has not saved yet. `base`: the mark of what it was written over."""

    unvouched: ClassVar = ("*",)  # no act

    owner = models.PositiveBigIntegerField(_("người viết"))
    form = models.CharField(_("biểu mẫu"), max_length=400)
    field = models.CharField(_("ô"), max_length=100)
    values = models.JSONField(_("nội dung"), default=list)
    base = models.CharField(_("viết trên"), max_length=16)
    at = models.DateTimeField(_("viết lúc"))

    class Meta:
        verbose_name = _("bản nháp")
        verbose_name_plural = _("bản nháp")
        ordering: ClassVar = ["form", "field"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "form", "field"], name="ui_draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.field}"
