"""The press plan: what is to be told through which channel, where and when, and what was."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.labels import channel_choices, press_state_choices
from ocop.casework.communication.models.visible import PressQuerySet
from ocop.casework.communication.rules import PRESS_WORKFLOW, PressState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.registers.programme.models import Plan, Task


class PressItem(models.Model):
    """One line of the press plan. `outlet` is whose programme or paper it is; `minutes` is the length of one
    broadcast.

    What it cost is a record of `support`, not of this package.
    """

    workflow: ClassVar = PRESS_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="press_items", verbose_name=_("kế hoạch")
    )
    task = models.ForeignKey(
        Task, models.PROTECT, null=True, blank=True, related_name="press_items", verbose_name=_("nhiệm vụ")
    )
    title = models.CharField(_("nội dung"), max_length=200)
    channel = models.CharField(_("kênh"), max_length=20, choices=channel_choices)
    outlet = models.CharField(_("đơn vị thực hiện"), max_length=200, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("địa bàn"))
    planned_on = models.DateField(_("ngày dự kiến"))
    note = models.TextField(_("ghi chú"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=press_state_choices, default=PressState.PROPOSED.value
    )
    done_on = models.DateField(_("thực hiện từ ngày"), null=True, blank=True)
    done_until = models.DateField(_("đến ngày"), null=True, blank=True)
    times = models.PositiveIntegerField(_("số lần"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("số phút mỗi lần"), null=True, blank=True)
    reach = models.PositiveIntegerField(_("số bản hoặc số người"), null=True, blank=True)
    link = models.URLField(_("đường dẫn"), max_length=500, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập")
    )
    created_at = models.DateTimeField(_("lập lúc"))
    found_by: ClassVar = ("title", "outlet", "note")
    search_text = SearchField()

    objects = PressQuerySet.as_manager()

    class Meta:
        verbose_name = _("đầu việc truyền thông")
        verbose_name_plural = _("đầu việc truyền thông")
        ordering: ClassVar = ["-planned_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["state", "planned_on"], name="communication_press_due")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="communication_press_says_what"),
            models.CheckConstraint(
                condition=Q(state=PressState.DONE.value, done_on__isnull=False, times__gte=1)
                | ~Q(state=PressState.DONE.value) & Q(done_on__isnull=True),
                name="communication_press_done_when",
            ),
            models.CheckConstraint(
                condition=Q(done_until__isnull=True) | Q(done_on__isnull=False, done_until__gte=F("done_on")),
                name="communication_press_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(task__isnull=True) | Q(plan__isnull=False),
                name="communication_press_task_of_a_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The line's own page."""
        return reverse("communication:press_item", args=[self.key])

    def is_late(self, on: date) -> bool:
        """Whether it is still to be done after its day."""
        return self.state == PressState.PLANNED and self.planned_on < on


class PressPaper(models.Model):
    """A scan or photograph that shows that it was done."""

    item = models.ForeignKey(PressItem, models.PROTECT, related_name="papers")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    title = models.CharField(_("tên minh chứng"), max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người thêm")
    )
    at = models.DateTimeField(_("thêm lúc"))

    class Meta:
        verbose_name = _("minh chứng truyền thông")
        verbose_name_plural = _("minh chứng truyền thông")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
