"""A paper of a closed meeting that is made from sealed data."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.labels import KINDS, kind_choices
from ocop.casework.paperwork.rules import Kind
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.foundation.documents.models import Paper, StoredFile


class MeetingPaper(models.Model):
    """The score sheets of one product, the table of scores, the council's report, or the advisory team's.
    What it says is frozen when it is made; the council's bears number and day once the records office gave
    them, and is then made anew; the team's is on record under `report`, by which the agenda names it.
    `texts`: what was written in the zones of its Word file, by their names.
    """

    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="papers")
    kind = models.CharField(_("loại giấy tờ"), max_length=10, choices=kind_choices)
    item = models.OneToOneField(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="sheets_paper"
    )
    report = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("báo cáo của tổ tư vấn"),
    )
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    texts = models.JSONField(_("nội dung viết thêm"), default=dict, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập")
    )
    at = models.DateTimeField(_("lập lúc"))

    class Meta:
        verbose_name = _("giấy tờ của phiên họp")
        verbose_name_plural = _("giấy tờ của phiên họp")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(item__isnull=True, report__isnull=True),
                name="paperwork_paper_once_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.SHEETS, item__isnull=False) | ~Q(kind=Kind.SHEETS) & Q(item=None),
                name="paperwork_sheets_of_a_product",
            ),
            models.UniqueConstraint(fields=["meeting", "report"], name="paperwork_team_report_once"),
            models.CheckConstraint(
                condition=Q(kind=Kind.ADVISORY, report__isnull=False)
                | ~Q(kind=Kind.ADVISORY) & Q(report=None),
                name="paperwork_team_report_has_number",
            ),
            models.CheckConstraint(
                condition=Q(number="", issued_on__isnull=True)
                | ~Q(number="") & Q(kind=Kind.REPORT, issued_on__isnull=False),
                name="paperwork_number_with_day",
            ),
        ]

    def __str__(self) -> str:
        about = self.item or self.report or self.meeting
        return f"{KINDS[Kind(self.kind)]}: {about}"
