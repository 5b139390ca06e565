"""What the ministry answered to a proposal, and results that are evaluated again."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models.letters import Proposal
from ocop.casework.certificates.rules import RECOGNISED_FROM_CENTRE
from ocop.casework.review.models import AgendaItem
from ocop.foundation.documents.models import Paper
from ocop.registers.products.models import Recognition


class CentralAnswer(models.Model):
    """The ministry's answer to one proposal (article 7(4), R26-34), recorded once and never changed.

    Recognised: the Minister's decision, and the recognition of 5 stars in the register. Below 90 points: the
    ministry's notice with the central score and the stars that it gives; the Chair may use it or have the
    product evaluated again.
    """

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="answer")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", verbose_name=_("văn bản của Bộ"))
    score = models.DecimalField(_("điểm trung ương"), max_digits=5, decimal_places=2, null=True, blank=True)
    stars = models.PositiveSmallIntegerField(_("hạng sao theo kết quả trung ương"))
    recognition = models.OneToOneField(
        Recognition, models.PROTECT, null=True, blank=True, related_name="central_answer"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("trả lời của Bộ")
        verbose_name_plural = _("trả lời của Bộ")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(recognition__isnull=False, stars=5)
                & (Q(score__isnull=True) | Q(score__gte=RECOGNISED_FROM_CENTRE, score__lte=100))
                | Q(recognition__isnull=True, stars__lte=4, score__gte=0, score__lt=RECOGNISED_FROM_CENTRE),
                name="certificates_centre_recognises_from_90",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper.number}: {self.proposal.decision_item.product}"

    @property
    def is_recognised(self) -> bool:
        """Whether the Minister recognised 5 stars."""
        return self.recognition_id is not None


class Redo(models.Model):
    """A result that no longer counts because the product is evaluated again; the result stays to be read.

    `paper` asked for it or annulled what rested on it; without one the Chair had it redone after the
    ministry's answer.
    """

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="redo")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("lý do"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("việc đánh giá lại")
        verbose_name_plural = _("việc đánh giá lại")
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.item)
