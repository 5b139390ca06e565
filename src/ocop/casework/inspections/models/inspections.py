"""An inspection of products of one producer: team, what was found, what follows."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.models import Visit
from ocop.casework.inspections.labels import (
    conclusion_choices,
    inspection_state_choices,
    part_choices,
    relation_choices,
    result_choices,
)
from ocop.casework.inspections.models.plans import InspectionPlan
from ocop.casework.inspections.models.visible import InspectionQuerySet
from ocop.casework.inspections.rules.checklist import Result
from ocop.casework.inspections.states import INSPECTION_WORKFLOW, InspectionState
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class Inspection(models.Model):
    """One visit to one producer (article 9). Without a `plan` it comes by surprise and says why.

    `visit` is the field visit on which it rests, where it does. `typed` is the checklist while it is written:
    box to value; findings are made of it at the conclusion. `paper` is the conclusion where it has a number,
    `content` what the minutes say, `file` the minutes.
    """

    workflow: ClassVar = INSPECTION_WORKFLOW
    draft_states: ClassVar = frozenset({InspectionState.OPEN})
    draft_columns: ClassVar = ("typed",)
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="inspections")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="inspections")
    plan = models.ForeignKey(
        InspectionPlan, models.PROTECT, null=True, blank=True, related_name="inspections"
    )
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="inspections")
    surprise_because = models.TextField(_("lý do kiểm tra đột xuất"), blank=True)
    starts_on = models.DateField(_("ngày kiểm tra"))
    guests = models.TextField(_("thành phần khác"), blank=True)
    typed = models.JSONField(default=dict, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=inspection_state_choices, default=InspectionState.OPEN.value
    )
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("mở lúc"))
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    concluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    concluded_at = models.DateTimeField(null=True, blank=True)
    content = models.JSONField(null=True, blank=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuộc kiểm tra")
        verbose_name_plural = _("cuộc kiểm tra")
        ordering: ClassVar = ["-starts_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False, surprise_because="")
                | Q(plan__isnull=True) & ~Q(surprise_because=""),
                name="inspections_surprise_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state=InspectionState.CONCLUDED, concluded_at__isnull=False)
                | ~Q(state=InspectionState.CONCLUDED) & Q(concluded_at__isnull=True),
                name="inspections_concluded_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer.name}, {self.starts_on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("inspections:detail", args=[self.key])

    @property
    def is_surprise(self) -> bool:
        """Whether it stands outside the plan."""
        return self.plan_id is None


class TeamMember(models.Model):
    """An officer of the team; whoever declares a tie to the producer stays on record, and does nothing."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="team")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    relation = models.CharField(_("quan hệ"), max_length=10, choices=relation_choices, blank=True)
    note = models.CharField(_("ghi rõ"), max_length=300, blank=True)
    declared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["inspection", "person"], name="inspections_member_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def has_conflict(self) -> bool:
        """Whether the person declared a tie."""
        return self.relation not in {"", "none"}


class InspectionItem(models.Model):
    """One recognition that was looked at, and what follows for it."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="items")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="inspections")
    position = models.PositiveSmallIntegerField()
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    conclusion = models.CharField(_("kết luận"), max_length=12, choices=conclusion_choices, blank=True)

    class Meta:
        verbose_name = _("sản phẩm được kiểm tra")
        verbose_name_plural = _("sản phẩm được kiểm tra")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["inspection", "recognition"], name="inspections_item_once"),
        ]

    def __str__(self) -> str:
        return self.product_name


class Finding(models.Model):
    """What was found at one line, as it was concluded: it never changes. `words` are those of the line."""

    item = models.ForeignKey(InspectionItem, models.PROTECT, related_name="findings")
    line = models.CharField(max_length=20)
    part = models.CharField(max_length=10, choices=part_choices)
    words = models.CharField(_("nội dung"), max_length=300)
    result = models.CharField(_("kết quả"), max_length=10, choices=result_choices)
    note = models.TextField(_("ghi chú"), blank=True)

    class Meta:
        verbose_name = _("kết quả kiểm tra")
        verbose_name_plural = _("kết quả kiểm tra")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "line"], name="inspections_line_found_once"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_bad(self) -> bool:
        """Whether something must be corrected."""
        return self.result == Result.NOT_KEPT


class FindingPhoto(models.Model):
    """A photograph of a line of a product, taken at the inspection."""

    item = models.ForeignKey(InspectionItem, models.PROTECT, related_name="photos")
    line = models.CharField(max_length=20)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.item} {self.line}"
