"""A submission: the dossier as it was handed in, frozen, with its receipt."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models.dossier import Dossier


class Submission(models.Model):
    """One handing-in. `content` is the whole dossier in canonical form;
    `request_key` makes a double click harmless.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField(_("lần nộp"))
    code = models.CharField(_("mã biên nhận"), max_length=20, unique=True)
    at = models.DateTimeField(_("nộp lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người nộp")
    )
    content = models.JSONField(_("nội dung"))
    content_hash = models.CharField(_("mã băm nội dung"), max_length=64)
    request_key = models.UUIDField(unique=True)

    class Meta:
        verbose_name = _("lần nộp")
        verbose_name_plural = _("lần nộp")
        ordering: ClassVar = ["dossier", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "number"], name="dossiers_submission_numbered"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        """The receipt."""
        return reverse("dossiers:receipt", args=[self.dossier.key, self.code])
