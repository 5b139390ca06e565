"""A laboratory's report on a sample, and what it found."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.labels import verdict_choices
from ocop.casework.samples.models.samples import Indicator, Sample
from ocop.foundation.documents.models import StoredFile


class TestReport(models.Model):
    """As it came. `stops`: a food-safety indicator fails. `contest_until`: the last day to ask for a
    counter-sample. One that was entered wrongly is set aside with a reason, and stays.
    """

    __test__: ClassVar = False  # no test of ours

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="reports")
    number = models.CharField(_("số phiếu kết quả"), max_length=80)
    issued_on = models.DateField(_("ngày phiếu kết quả"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    verdict = models.CharField(_("kết luận"), max_length=10, choices=verdict_choices)
    stops = models.BooleanField(_("không đạt an toàn thực phẩm"))
    contest_until = models.DateField(_("hạn đề nghị kiểm nghiệm lại"))
    set_aside_reason = models.TextField(_("gạt ra vì"), blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("phiếu kết quả kiểm nghiệm")
        verbose_name_plural = _("phiếu kết quả kiểm nghiệm")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sample"], condition=Q(set_aside_reason=""), name="samples_one_report_counts"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class TestResult(models.Model):
    """What was found of one indicator, as the report writes it, and what that says. Never changed."""

    __test__: ClassVar = False  # no test of ours

    report = models.ForeignKey(TestReport, models.PROTECT, related_name="results")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="results")
    text = models.CharField(_("kết quả"), max_length=80)
    verdict = models.CharField(_("kết luận"), max_length=10, choices=verdict_choices)

    class Meta:
        verbose_name = _("kết quả một chỉ tiêu")
        verbose_name_plural = _("kết quả một chỉ tiêu")
        ordering: ClassVar = ["indicator", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "indicator"], name="samples_result_once"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.text}"
