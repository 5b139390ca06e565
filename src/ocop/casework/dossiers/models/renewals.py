"""What is said anew of a recognised product: the headings of a re-evaluation, the changes of an upgrade."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.renewing import heading_choices
from ocop.casework.dossiers.models.dossier import Dossier
from ocop.casework.dossiers.models.evidence import Evidence


class Update(models.Model):
    """What a re-evaluation says under one of the nine headings of article 6(1)(c)."""

    unvouched: ClassVar = ("*",)  # a draft: what is handed in stands in the submission

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="updates")
    heading = models.CharField(_("nội dung"), max_length=12, choices=heading_choices)
    text = models.TextField(_("cập nhật"), blank=True)
    is_unchanged = models.BooleanField(_("không thay đổi"), default=False)

    class Meta:
        verbose_name = _("nội dung cập nhật")
        verbose_name_plural = _("nội dung cập nhật")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "heading"], name="dossiers_update_once"),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.text[:40]}"


class Change(models.Model):
    """What changed since the recognition, with the paper that shows it (article 6(1)(b))."""

    unvouched: ClassVar = ("*",)  # a draft: what is handed in stands in the submission

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="changes")
    text = models.TextField(_("thay đổi"))
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, related_name="changes", verbose_name=_("minh chứng")
    )

    class Meta:
        verbose_name = _("thay đổi so với khi được công nhận")
        verbose_name_plural = _("thay đổi so với khi được công nhận")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="dossiers_change_has_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
