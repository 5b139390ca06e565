"""What was put right on minutes after their meeting."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ocop.casework.review.models.meetings import Meeting
from ocop.foundation.documents.models import CorrectingPaper


class MinutesCorrection(CorrectingPaper):
    """A correction of the minutes of a closed meeting; minutes and correction both stay."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections")

    class Meta(CorrectingPaper.Meta):
        ordering: ClassVar = ["at", "pk"]

    def get_absolute_url(self) -> str:
        """The correcting paper as PDF."""
        return reverse("review:correction", args=[self.key])
