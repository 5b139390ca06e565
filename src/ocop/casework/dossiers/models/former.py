"""What a producer had answered under a law that the dossier no longer follows."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models.dossier import Dossier
from ocop.kernel.law import load_regulations


class FormerAnswers(models.Model):
    """The self-assessment as it stood when the dossier was brought under another law. Kept, never scored."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="former_answers")
    regulation_code = models.CharField(_("văn bản quy định"), max_length=40)
    set_number = models.PositiveSmallIntegerField(_("bộ sản phẩm"))
    answers = models.JSONField(_("câu trả lời"))
    at = models.DateTimeField(_("chuyển lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người chuyển")
    )

    class Meta:
        verbose_name = _("câu trả lời theo văn bản trước")
        verbose_name_plural = _("câu trả lời theo văn bản trước")
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.regulation_code}"

    @property
    def law_number(self) -> str:
        """The number of the decree that these answers were given under."""
        return load_regulations()[self.regulation_code].number
