"""A product idea: what somebody wants to make, before there is a product or a dossier."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.labels import idea_state_choices
from ocop.casework.ideas.models.sheet import IdeaSheet
from ocop.casework.ideas.models.visible import IdeaQuerySet
from ocop.casework.ideas.states import IDEA_DECIDED, IDEA_EDITABLE, WORKFLOW, IdeaState
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.models import Producer

_NEVER_SENT = [IdeaState.DRAFT, IdeaState.WITHDRAWN]


class Idea(models.Model):
    """What a producer, or a farmer who has none yet, wants to make:
    from which local material, where, for whom.
    """

    workflow: ClassVar = WORKFLOW
    recorded_as: ClassVar = ("dossiers.idea",)
    """The record of before ideas had a package of their own."""
    draft_states: ClassVar = IDEA_EDITABLE
    draft_columns: ClassVar = (
        "name", "description", "material", "place", "market", "help_wanted", "leaf", "set_number",
        "regulation_code", "proposer", "proposer_phone", "updated_at",
    )  # fmt: skip

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    producer = models.ForeignKey(
        Producer, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name=_("chủ thể")
    )
    proposer = models.CharField(_("người có ý tưởng"), max_length=200)
    proposer_phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    name = models.CharField(_("tên sản phẩm dự định"), max_length=200)
    description = models.TextField(_("mô tả"), blank=True)
    material = models.TextField(_("nguyên liệu địa phương"), blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="ideas", verbose_name=_("xã, phường"))
    market = models.TextField(_("bán cho ai, ở đâu"), blank=True)
    help_wanted = models.TextField(_("cần giúp gì"), blank=True)
    regulation_code = models.CharField(_("văn bản quy định"), max_length=40, blank=True)
    leaf = models.CharField(_("nhóm sản phẩm"), max_length=20, blank=True)
    set_number = models.PositiveSmallIntegerField(_("bộ sản phẩm"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=idea_state_choices, default=IdeaState.DRAFT.value
    )
    reason = models.TextField(_("lý do"), blank=True)
    is_entered_for_other = models.BooleanField(_("cán bộ nhập giúp"), default=False)
    is_illustration = models.BooleanField(_("minh hoạ"), default=False)
    created_at = models.DateTimeField(_("đăng ký lúc"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người đăng ký")
    )
    updated_at = models.DateTimeField(_("sửa lúc"))
    submitted_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    decided_at = models.DateTimeField(_("quyết lúc"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người quyết"),
    )
    decided_level = models.CharField(_("cấp quyết"), max_length=10, blank=True)
    approved_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    used_at = models.DateTimeField(_("làm hồ sơ lúc"), null=True, blank=True)
    sheet = models.ForeignKey(
        IdeaSheet, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name=_("bảng Excel")
    )
    found_by: ClassVar = ("name",)
    search_text = SearchField()

    objects = IdeaQuerySet.as_manager()

    class Meta:
        db_table = "dossiers_idea"
        verbose_name = _("ý tưởng sản phẩm")
        verbose_name_plural = _("ý tưởng sản phẩm")
        ordering: ClassVar = ["-updated_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["place", "state"], name="dossiers_idea_place_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(_NEVER_SENT)) | Q(submitted_at__isnull=False),
                name="dossiers_idea_sent_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(IDEA_DECIDED))
                & Q(decided_at__isnull=False, decided_by__isnull=False)
                & ~Q(decided_level="")
                | ~Q(state__in=sorted(IDEA_DECIDED)) & Q(decided_at__isnull=True, decided_by__isnull=True),
                name="dossiers_idea_decided_has_who_when",
            ),
            models.CheckConstraint(
                condition=Q(state=IdeaState.APPROVED, approved_at=F("decided_at"))
                | ~Q(state=IdeaState.APPROVED) & Q(approved_at__isnull=True, used_at__isnull=True),
                name="dossiers_idea_approved_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[IdeaState.RETURNED, IdeaState.REFUSED]) | ~Q(reason=""),
                name="dossiers_idea_sent_back_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Ý tưởng {self.name}"

    def get_absolute_url(self) -> str:
        """The idea's own page."""
        return reverse("ideas:detail", args=[self.key])

    @property
    def is_editable(self) -> bool:
        """Whether it may be written in now."""
        return self.state in IDEA_EDITABLE

    @property
    def whose(self) -> str:
        """The producer's name, or that of the person who has the idea."""
        return self.producer.name if self.producer else self.proposer
