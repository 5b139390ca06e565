"""What was put right on decisions and notices after they went out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models.decisions import Decision, DecisionItem
from ocop.casework.certificates.models.letters import ResultNotice
from ocop.casework.certificates.models.visible import CorrectionQuerySet
from ocop.foundation.documents.models import CorrectingPaper
from ocop.foundation.documents.rules import Wrong


class Correction(CorrectingPaper):
    """A correction of a signed decision or of a notice; what was wrong and its correction both stay."""

    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="corrections")
    notice = models.ForeignKey(
        ResultNotice, models.PROTECT, null=True, blank=True, related_name="corrections"
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta(CorrectingPaper.Meta):
        verbose_name = _("đính chính")
        verbose_name_plural = _("đính chính")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision__isnull=True, notice__isnull=False)
                | Q(decision__isnull=False, notice__isnull=True),
                name="certificates_corrects_one_paper",
            ),
        ]

    def get_absolute_url(self) -> str:
        """The correcting paper as PDF."""
        return reverse("certificates:correction", args=[self.key])

    def touches(self, item: DecisionItem) -> bool:
        """Whether it changes what papers say of this product: the number of its decision, or its names."""
        if self.what == Wrong.NUMBER:
            return True
        return any(self.wrong in text for text in item.printed.values() if isinstance(text, str))
