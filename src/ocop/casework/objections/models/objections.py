"""An objection of a producer to the result of its product, with its files and the answer."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import ResultNotice
from ocop.casework.objections.labels import state_choices
from ocop.casework.objections.models.visible import ObjectionQuerySet
from ocop.casework.objections.states import ANSWERED, WORKFLOW, ObjectionState
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Programme


def _person(name: Any, **more: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=name, **more
    )


class Objection(models.Model):
    """What a producer says against the result that its notice told, and what the province answered.

    `due_on` is the last day as it was when it was filed, empty where the council's working rules set none.
    `sha256` is the hash of what was filed, of which the receipt shows the code. `content` is what the letter
    prints, frozen by the answer.
    """

    workflow: ClassVar = WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="objections")
    notice = models.ForeignKey(ResultNotice, models.PROTECT, related_name="objections")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="objections")
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    reason = models.TextField(_("nội dung, lý do kiến nghị"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=ObjectionState.FILED.value
    )
    due_on = models.DateField(_("hạn kiến nghị"), null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    filed_at = models.DateTimeField(_("gửi lúc"))
    filed_by = _person(_("người gửi"))
    answer = models.TextField(_("nội dung trả lời"), blank=True)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    answered_by = _person(_("người trả lời"), null=True, blank=True)
    paper = models.OneToOneField(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    content = models.JSONField(null=True, blank=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kiến nghị về kết quả")
        verbose_name_plural = _("kiến nghị về kết quả")
        ordering: ClassVar = ["-filed_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["notice"], condition=Q(state=ObjectionState.FILED), name="objections_one_open"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="objections_has_reason"),
            models.CheckConstraint(
                condition=Q(
                    state__in=sorted(ANSWERED), answered_at__isnull=False, answered_by__isnull=False,
                    paper__isnull=False,
                )
                | ~Q(state__in=sorted(ANSWERED)) & Q(answered_at__isnull=True, paper__isnull=True),
                name="objections_answered_has_letter",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.product_name

    def get_absolute_url(self) -> str:
        """Its own page: the receipt, then the answer."""
        return reverse("objections:detail", args=[self.key])


class ObjectionFile(models.Model):
    """A file that came with an objection."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tệp kèm kiến nghị")
        verbose_name_plural = _("tệp kèm kiến nghị")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.file)
