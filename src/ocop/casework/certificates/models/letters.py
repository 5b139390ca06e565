"""Proposals to the ministry and written notices of results."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models.decisions import DecisionItem
from ocop.casework.review.models import AgendaItem
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import Wrong


class Proposal(models.Model):
    """The province's letter that asks the ministry to evaluate a product of 90 points or more
    (article 7(3)(e)).
    """

    decision_item = models.OneToOneField(DecisionItem, models.PROTECT, related_name="proposal")
    letter_no = models.CharField(_("số văn bản"), max_length=60)
    letter_on = models.DateField(_("ngày văn bản"))
    sent_on = models.DateField(_("ngày gửi"))
    package = models.JSONField(_("thành phần hồ sơ gửi"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("đề nghị trung ương")
        verbose_name_plural = _("đề nghị trung ương")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sent_on__gte=F("letter_on")), name="certificates_letter_before_sending"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_no}: {self.decision_item.product}"


class ResultNotice(models.Model):
    """The written notice of a result to the producer and its commune (article 7(3)(g));
    every product gets one.
    """

    filled_later: ClassVar = ("file",)

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="notice")
    content = models.JSONField(_("nội dung"), default=dict)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.CharField(_("số thông báo"), max_length=60, blank=True)
    noticed_on = models.DateField(_("ngày thông báo"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người gửi")
    )
    at = models.DateTimeField(_("gửi lúc"))

    class Meta:
        verbose_name = _("thông báo kết quả")
        verbose_name_plural = _("thông báo kết quả")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(number="", noticed_on__isnull=True) | ~Q(number="") & Q(noticed_on__isnull=False),
                name="certificates_notice_number_with_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}"

    def number_on(self, at: datetime) -> str:
        """Its number as it was known to be right at a moment."""
        known = [one for one in self.corrections.all() if one.what == Wrong.NUMBER and one.at <= at]
        return known[-1].right if known else self.number

    def get_absolute_url(self) -> str:
        """The notice as a page, for the producer and the offices."""
        return reverse("certificates:notice", args=[self.item.key])
