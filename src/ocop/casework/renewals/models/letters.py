"""A letter that calls for evaluation anew, and the recognitions it is about."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.models.visible import CallLetterQuerySet
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class CallLetter(models.Model):
    """To one holder, or to a commune about all its holders. `content` is what it prints, frozen when it was
    numbered; the PDF is made afterwards.
    """

    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="call_letters")
    addressee = models.CharField(_("nơi nhận"), max_length=240)
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="+")
    content = models.JSONField(editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập")
    )
    at = models.DateTimeField(_("lập lúc"))
    search_text = SearchField()

    objects = CallLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản đề nghị đánh giá lại")
        verbose_name_plural = _("văn bản đề nghị đánh giá lại")
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.paper.number}: {self.addressee}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("renewals:letter", args=[self.key])


class Called(models.Model):
    """One recognition that a letter is about."""

    letter = models.ForeignKey(CallLetter, models.PROTECT, related_name="called")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="calls")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("sản phẩm được đề nghị đánh giá lại")
        verbose_name_plural = _("sản phẩm được đề nghị đánh giá lại")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["letter", "recognition"], name="renewals_called_once"),
        ]

    def __str__(self) -> str:
        return str(self.recognition)
