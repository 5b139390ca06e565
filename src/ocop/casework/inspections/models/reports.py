"""What shoppers report, how it is counted, and what is kept of whoever reported."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.labels import misuse_choices, misuse_word, report_state_choices
from ocop.casework.inspections.models.inspections import Inspection
from ocop.casework.inspections.models.visible import ReportQuerySet
from ocop.casework.inspections.states import REPORT_WORKFLOW, ReportState
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.kernel.codes import grouped
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class MisuseReport(models.Model):
    """A shopper saw something wrong. `ticket` lets the shopper read what became of it; `once` is the mark of
    the form, so that a form sent twice is one report.

    `is_proven`: the sender's device did the work that keeps floods away; others wait behind. `answer` is what
    the shopper reads at the end.
    """

    workflow: ClassVar = REPORT_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ticket = models.CharField(_("mã phản ánh"), max_length=16, unique=True)
    once = models.CharField(max_length=64, unique=True)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="misuse_reports")
    code = models.CharField(_("mã trên tem"), max_length=60, blank=True)
    recognition = models.ForeignKey(
        Recognition, models.PROTECT, null=True, blank=True, related_name="misuse_reports"
    )
    product_name = models.CharField(_("sản phẩm"), max_length=200, blank=True)
    kind = models.CharField(_("việc thấy"), max_length=14, choices=misuse_choices)
    seen_at = models.CharField(_("thấy ở đâu"), max_length=300)
    text = models.TextField(_("mô tả"), blank=True)
    photo_sha256 = models.CharField(max_length=64, blank=True)
    is_proven = models.BooleanField()
    received_at = models.DateTimeField(_("nhận lúc"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=report_state_choices, default=ReportState.RECEIVED.value
    )
    forwarded_to = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    commune_note = models.TextField(_("kết quả xã kiểm tra"), blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    inspection = models.ForeignKey(Inspection, models.PROTECT, null=True, blank=True, related_name="reports")
    answer = models.TextField(_("trả lời người phản ánh"), blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    search_text = SearchField()

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("phản ánh của người mua")
        verbose_name_plural = _("phản ánh của người mua")
        ordering: ClassVar = ["-received_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ReportState.MERGED, merged_into__isnull=False)
                | ~Q(state=ReportState.MERGED) & Q(merged_into__isnull=True),
                name="inspections_merged_into_one",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.INSPECTED, inspection__isnull=False)
                | ~Q(state=ReportState.INSPECTED) & Q(inspection__isnull=True),
                name="inspections_inspected_has_inspection",
            ),
        ]

    def __str__(self) -> str:
        return f"{misuse_word(self.kind)}: {self.product_name or self.code or self.seen_at}"[:120]

    def get_absolute_url(self) -> str:
        """The page for officers."""
        return reverse("inspections:report_detail", args=[self.key])

    @property
    def printed_ticket(self) -> str:
        """The code for the shopper, in groups of four."""
        return grouped(self.ticket)


class ReportPhoto(models.Model):
    """The photograph, encoded anew and without anything but the picture. The report holds its hash."""

    unvouched: ClassVar = ("*",)  # the report vouches for its hash; it goes when it shows people

    report = models.OneToOneField(MisuseReport, models.PROTECT, related_name="photo")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.report)


class Reporter(models.Model):
    """How to reach whoever reported, with their consent; deleted after `delete_on`."""

    unvouched: ClassVar = ("*",)  # what may be deleted is not in the record

    report = models.OneToOneField(MisuseReport, models.PROTECT, related_name="reporter")
    contact = models.CharField(_("liên hệ"), max_length=120)
    consented_at = models.DateTimeField()
    delete_on = models.DateField()

    def __str__(self) -> str:
        return str(self.report)


class ReportCount(models.Model):
    """Reports of late from one place; the place is kept as a keyed hash alone."""

    unvouched: ClassVar = ("*",)  # a counter

    name = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return self.name[:8]
