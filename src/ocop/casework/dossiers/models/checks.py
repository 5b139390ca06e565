"""What officers write about a dossier:
the commune's check (form 03), returns, the province's check, an exclusion.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import ground_choices
from ocop.casework.dossiers.models.dossier import Dossier
from ocop.casework.dossiers.models.submission import Submission
from ocop.foundation.accounts.labels import level_choices
from ocop.foundation.accounts.rules import Level
from ocop.foundation.documents.models import StoredFile


class IntakeCheck(models.Model):
    """The commune's check of one submission (articles 6(2) and 7(2)).
    There is no place for points here (R26-23).
    """

    # kept while it is written; the proposal makes it official
    unvouched: ClassVar = ("id",)
    draft_states: ClassVar = frozenset({None})
    draft_columns: ClassVar = (
        "dossier", "submission", "components", "paper_received_on", "samples_count", "samples_received_on",
        "samples_handed_by", "materials", "labour", "idea_origin", "identity", "meeting_note", "report_no",
        "reported_on", "proposal_no", "proposed_on", "signer_title", "signer_name", "by", "at",
    )  # fmt: skip

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="intake_checks")
    submission = models.OneToOneField(Submission, models.PROTECT, related_name="intake_check")
    components = models.JSONField(_("thành phần hồ sơ"), default=dict)
    paper_received_on = models.DateField(_("nhận bộ hồ sơ giấy ngày"), null=True, blank=True)
    samples_count = models.PositiveSmallIntegerField(_("số sản phẩm mẫu"), null=True, blank=True)
    samples_received_on = models.DateField(_("nhận mẫu ngày"), null=True, blank=True)
    samples_handed_by = models.CharField(_("người giao mẫu"), max_length=120, blank=True)
    materials = models.TextField(_("nguyên liệu địa phương"), blank=True)
    labour = models.TextField(_("lao động địa phương"), blank=True)
    idea_origin = models.TextField(_("nguồn gốc ý tưởng"), blank=True)
    identity = models.TextField(_("bản sắc, trí tuệ địa phương"), blank=True)
    meeting_note = models.TextField(_("cuộc họp lấy ý kiến"), blank=True)
    report_no = models.CharField(_("số báo cáo"), max_length=60, blank=True)
    reported_on = models.DateField(_("ngày báo cáo"), null=True, blank=True)
    proposal_no = models.CharField(_("số văn bản đề nghị"), max_length=60, blank=True)
    proposed_on = models.DateField(_("ngày đề nghị"), null=True, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người kiểm tra")
    )
    at = models.DateTimeField(_("lưu lúc"))

    class Meta:
        verbose_name = _("phiếu kiểm tra của xã")
        verbose_name_plural = _("phiếu kiểm tra của xã")
        ordering: ClassVar = ["submission__number"]

    def __str__(self) -> str:
        return f"{self.submission}"


class ReturnNote(models.Model):
    """A return for completion with its reason (article 7(2), 7(3)); `level` says who returned it."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="returns")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="returns")
    level = models.CharField(_("cấp trả lại"), max_length=12, choices=level_choices)
    reason = models.TextField(_("lý do"))
    at = models.DateTimeField(_("trả lại lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người trả lại")
    )

    class Meta:
        verbose_name = _("lần trả lại")
        verbose_name_plural = _("lần trả lại")
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.reason[:80]


class ReturnItem(models.Model):
    """One thing to mend: `target` is a component, a criterion ("criterion:2.1") or a paper ("evidence:7")."""

    unvouched: ClassVar = ("is_done",)  # ticked off while the producer mends

    note = models.ForeignKey(ReturnNote, models.PROTECT, related_name="items")
    target = models.CharField(_("mục"), max_length=60)
    label = models.CharField(_("tên mục"), max_length=300)
    reason = models.TextField(_("cần sửa gì"))
    is_done = models.BooleanField(_("đã sửa"), default=False)

    class Meta:
        verbose_name = _("mục cần bổ sung")
        verbose_name_plural = _("mục cần bổ sung")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["note", "target"], name="dossiers_return_item_once"),
        ]

    def __str__(self) -> str:
        return self.label


class ProvincialCheck(models.Model):
    """The OCOP body's check of a submission before its council sees it (article 7(3), R26-25).

    Of the province; before July 2025 of the district as well, each for its own council.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="provincial_checks")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="provincial_checks")
    level = models.CharField(
        _("cấp kiểm tra"), max_length=12, choices=level_choices, default=Level.PROVINCE.value
    )
    note = models.TextField(_("nhận xét"))
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người kiểm tra")
    )

    class Meta:
        verbose_name = _("kiểm tra của tỉnh")
        verbose_name_plural = _("kiểm tra của tỉnh")
        ordering: ClassVar = ["submission__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["submission", "level"], name="dossiers_check_once_a_level"),
        ]

    def __str__(self) -> str:
        return self.note[:80]


class Exclusion(models.Model):
    """Why a dossier was thrown out of the evaluation, with the paper that shows it (R26-07)."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="exclusion")
    ground = models.CharField(_("căn cứ loại"), max_length=40, choices=ground_choices)
    reason = models.TextField(_("lý do"))
    file = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tài liệu chứng minh"),
    )
    at = models.DateTimeField(_("loại lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người quyết định")
    )

    class Meta:
        verbose_name = _("việc loại hồ sơ")
        verbose_name_plural = _("việc loại hồ sơ")

    def __str__(self) -> str:
        return self.reason[:80]
