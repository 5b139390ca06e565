"""Recognitions entered from paper: what the paper says beside the register, corrections, scans."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import StoredFile
from ocop.registers.products.models import Recognition, RecognitionEvent
from ocop.registers.recognitions.models.imports import RegisterImport


class Entered(models.Model):
    """Where a recognition of the register was entered from, and the names as they are printed there.

    `makes_product` and `makes_producer`: whether these came into the register by this row. `replaced` is what
    the row did to an earlier recognition of the same product.
    """

    recognition = models.OneToOneField(Recognition, models.PROTECT, primary_key=True, related_name="entered")
    source = models.ForeignKey(RegisterImport, models.PROTECT, null=True, related_name="entries")
    row = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=200)
    holder = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    set_words = models.CharField(max_length=300, blank=True)
    doubts = models.JSONField(default=list)
    makes_product = models.BooleanField(default=False)
    makes_producer = models.BooleanField(default=False)
    replaced = models.ForeignKey(RecognitionEvent, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("công nhận nhập từ giấy")
        verbose_name_plural = _("công nhận nhập từ giấy")
        ordering: ClassVar = ["row", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "row"],
                condition=Q(source__isnull=False),
                name="recognitions_one_of_each_row",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """What is known of it."""
        return reverse("recognitions:entered", args=[self.pk])


class Correction(models.Model):
    """What was put right of a recognition entered from paper: what stood there, what stands there, why."""

    entered = models.ForeignKey(Entered, models.PROTECT, related_name="corrections")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lần sửa công nhận")
        verbose_name_plural = _("lần sửa công nhận")
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.entered}: {self.reason}"


class Scan(models.Model):
    """A picture or PDF of the old certificate or decision."""

    entered = models.ForeignKey(Entered, models.PROTECT, related_name="scans")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bản chụp giấy chứng nhận")
        verbose_name_plural = _("bản chụp giấy chứng nhận")
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.note or self.file.name
