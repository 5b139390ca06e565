"""A score sheet of the team: one member, one product as it was handed in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.labels import sheet_state_choices
from ocop.casework.advisory.models.teams import TeamSeat
from ocop.casework.advisory.states import SHEET_WORKFLOW, SheetState
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.kernel.canonical import short_code


class TeamSheetQuerySet(models.QuerySet["TeamSheet"]):
    """Reads of the team's sheets."""

    def of_last_submission(self) -> TeamSheetQuerySet:
        """Sheets on dossiers as they were last handed in: one that was returned and mended is scored anew."""
        later = Submission.objects.filter(
            dossier=OuterRef("dossier"), number__gt=OuterRef("submission__number")
        )
        return self.filter(~Exists(later))


class TeamSheet(models.Model):
    """What a member of the team gave. `content` is the sheet as it was sealed, with the points that it gives
    by the data of the law, and `sha256` its hash; the points are computed again wherever they are shown.
    `version` grows with every save. The database refuses to change or delete a sealed row (apps.py).
    """

    workflow: ClassVar = SHEET_WORKFLOW
    draft_states: ClassVar = frozenset({SheetState.DRAFT})
    draft_columns: ClassVar = ("choices", "remarks", "version", "saved_at")

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="team_sheets")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="team_sheets")
    seat = models.ForeignKey(TeamSeat, models.PROTECT, related_name="sheets")
    choices = models.JSONField(_("mức chọn"), default=dict, blank=True)
    remarks = models.JSONField(_("nhận xét theo tiêu chí"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("lần lưu"), default=0)
    saved_at = models.DateTimeField(_("lưu lúc"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=sheet_state_choices, default=SheetState.DRAFT.value
    )
    sealed_at = models.DateTimeField(_("chốt lúc"), null=True, blank=True)
    content = models.JSONField(_("nội dung đã chốt"), null=True, blank=True)
    sha256 = models.CharField(_("mã băm"), max_length=64, blank=True)

    objects = TeamSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("phiếu chấm của tổ tư vấn")
        verbose_name_plural = _("phiếu chấm của tổ tư vấn")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "seat"], name="advisory_sheet_once"),
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFT, sealed_at__isnull=True, sha256="", content__isnull=True)
                | Q(state=SheetState.SEALED, sealed_at__isnull=False, content__isnull=False, sha256__gt=""),
                name="advisory_sealed_sheet_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat.person}: {self.dossier}"

    @property
    def is_sealed(self) -> bool:
        """Whether it was handed in."""
        return self.state == SheetState.SEALED

    @property
    def code(self) -> str:
        """The short code that is compared with paper; empty for a draft."""
        return short_code(self.sha256) if self.sha256 else ""
