"""A score sheet: one member, one product, one pass."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.labels import correction_state_choices, sheet_state_choices
from ocop.casework.review.models.agenda import AgendaItem
from ocop.casework.review.models.councils import Seat
from ocop.casework.review.states import CORRECTION_WORKFLOW, SHEET_WORKFLOW, CorrectionState, SheetState
from ocop.kernel.canonical import short_code


class ScoreSheet(models.Model):
    """What a member gave. `content` is the sheet as it was sealed, in canonical form, and `sha256` its hash.

    `version` grows with every save, and `changed` says for every choice and comment (`choice 1.1`,
    `comment 1.1`) at which version it last changed and by which operations (rules/versions.py): what a page
    sends is compared with it under the lock, so that a second window or device cannot overwrite unseen. The
    database refuses to change or delete a sealed row (apps.py); scoring again makes a new row with the next
    `pass_no`, in which versions count on. A sheet that its member corrects stays too: the corrected one has
    the next `edition` and says which it `corrects`; the last edition counts.
    """

    workflow: ClassVar = SHEET_WORKFLOW
    unvouched: ClassVar = ("id",)  # begun without an act
    draft_states: ClassVar = frozenset({SheetState.DRAFT})
    draft_columns: ClassVar = (
        "item", "seat", "pass_no", "edition", "corrects",
        "choices", "comments", "general_comment", "version", "changed", "saved_at",
    )  # fmt: skip

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="sheets")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="sheets")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    edition = models.PositiveSmallIntegerField(_("bản"), default=1)
    corrects = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("sửa phiếu"),
    )
    choices = models.JSONField(_("mức chọn"), default=dict)
    comments = models.JSONField(_("nhận xét theo tiêu chí"), default=dict)
    general_comment = models.TextField(_("nhận xét chung"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=sheet_state_choices, default=SheetState.DRAFT.value
    )
    version = models.PositiveIntegerField(_("lần lưu"), default=0)
    changed = models.JSONField(_("lần đổi của từng ô"), default=dict)
    saved_at = models.DateTimeField(_("lưu lúc"), null=True, blank=True)
    sealed_at = models.DateTimeField(_("chốt lúc"), null=True, blank=True)
    content = models.JSONField(_("nội dung đã chốt"), null=True, blank=True)
    sha256 = models.CharField(_("mã băm"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("phiếu đánh giá")
        verbose_name_plural = _("phiếu đánh giá")
        ordering: ClassVar = ["pass_no", "seat", "edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "seat", "pass_no", "edition"], name="review_sheet_once"),
            models.CheckConstraint(
                condition=Q(edition=1, corrects__isnull=True) | Q(edition__gt=1, corrects__isnull=False),
                name="review_edition_corrects",
            ),
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFT, sealed_at__isnull=True, sha256="", content__isnull=True)
                | Q(state=SheetState.SEALED, sealed_at__isnull=False, content__isnull=False, sha256__gt=""),
                name="review_sealed_sheet_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat.person}: {self.item}"

    def get_absolute_url(self) -> str:
        """Where the member scores, or sees the sealed sheet."""
        return reverse("review:sheet", args=[self.item.key])

    @property
    def is_sealed(self) -> bool:
        """Whether it was handed in."""
        return self.state == SheetState.SEALED

    @property
    def code(self) -> str:
        """The short code to write on the paper sheet; empty for a draft."""
        return short_code(self.sha256) if self.sha256 else ""


class Correction(models.Model):
    """What a member asks to change in the own sealed sheet; with the chair's consent it becomes a sheet."""

    workflow: ClassVar = CORRECTION_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sheet = models.ForeignKey(ScoreSheet, models.PROTECT, related_name="corrections")
    choices = models.JSONField(_("mức chọn"))
    reason = models.TextField(_("lý do sửa"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=correction_state_choices, default=CorrectionState.ASKED.value
    )
    asked_at = models.DateTimeField(_("đề nghị sửa lúc"))
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("người quyết định"),
    )  # fmt: skip
    answer = models.TextField(_("ý kiến của chủ tịch"), blank=True)
    made = models.OneToOneField(
        ScoreSheet,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="made_by",
        verbose_name=_("phiếu đã sửa"),
    )

    class Meta:
        verbose_name = _("đề nghị sửa phiếu")
        verbose_name_plural = _("đề nghị sửa phiếu")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sheet"], condition=Q(state=CorrectionState.ASKED), name="review_one_correction_asked"
            ),
            models.CheckConstraint(
                condition=Q(state=CorrectionState.ASKED, decided_at__isnull=True, made__isnull=True)
                | Q(state=CorrectionState.ALLOWED, decided_by__isnull=False, made__isnull=False)
                | Q(
                    state__in=[CorrectionState.DECLINED, CorrectionState.LAPSED],
                    decided_at__isnull=False,
                    made__isnull=True,
                ),
                name="review_correction_is_decided",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="review_correction_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}"
