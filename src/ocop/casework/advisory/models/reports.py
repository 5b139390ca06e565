"""What the team reports on a product, and who of it keeps away."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.labels import state_choices, suggestion_choices
from ocop.casework.advisory.models.teams import Team
from ocop.casework.advisory.states import WORKFLOW, ReportState
from ocop.casework.dossiers.models import Dossier


class Interest(models.Model):
    """The word of a member of the team on one product: a conflict of interest, or none."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="advisory_interests")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="advisory_interests", verbose_name=_("người")
    )
    has_conflict = models.BooleanField(_("có xung đột lợi ích"))
    note = models.CharField(_("nói rõ"), max_length=300, blank=True)
    at = models.DateTimeField(_("khai lúc"))

    class Meta:
        verbose_name = _("khai báo của tổ tư vấn")
        verbose_name_plural = _("khai báo của tổ tư vấn")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "person"], name="advisory_interest_once"),
            models.CheckConstraint(
                condition=Q(has_conflict=False) | ~Q(note=""), name="advisory_conflict_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.dossier}"


class Report(models.Model):
    """One version of the team's report on a product. `findings` says something of each section of the
    sheet. A handed-in one is never changed: a newer one takes its place.
    """

    workflow: ClassVar = WORKFLOW
    draft_states: ClassVar = frozenset({ReportState.DRAFT})
    draft_columns: ClassVar = ("findings", "suggestion", "conclusion")

    team = models.ForeignKey(Team, models.PROTECT, related_name="reports")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="advisory_reports")
    version = models.PositiveSmallIntegerField(_("bản"), default=1)
    findings = models.JSONField(_("nhận xét từng phần"), default=dict, blank=True)
    suggestion = models.CharField(_("đề xuất"), max_length=12, choices=suggestion_choices, blank=True)
    conclusion = models.TextField(_("ý kiến tóm tắt"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=ReportState.DRAFT.value
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("viết lúc"))
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    handed_in_at = models.DateTimeField(_("nộp lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("báo cáo của tổ tư vấn")
        verbose_name_plural = _("báo cáo của tổ tư vấn")
        ordering: ClassVar = ["-version", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "version"], name="advisory_report_version_once"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(state=ReportState.DRAFT.value), name="advisory_one_draft"
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state=ReportState.HANDED_IN.value),
                name="advisory_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT.value, handed_in_at__isnull=True)
                | ~Q(state=ReportState.DRAFT.value) & Q(handed_in_at__isnull=False) & ~Q(suggestion=""),
                name="advisory_handed_in_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} ({self.version})"
