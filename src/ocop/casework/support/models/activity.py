"""One piece of help, whatever its kind, and the papers that belong to it."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.labels import kind_choices, kind_name, state_choices
from ocop.casework.support.models.visible import ActivityQuerySet
from ocop.casework.support.rules import OPEN, WORKFLOW, ActivityState, Kind, kinds
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.registers.programme.models import Plan, Task


class Activity(models.Model):
    """One piece of help: what, where, by whom, when, with what result. `facts` are the fields that its kind
    asks for.

    `expires_on` repeats the fact by which what was obtained ends (a certificate, a contract), so that it can
    be found.
    """

    workflow: ClassVar = WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("loại hỗ trợ"), max_length=30, choices=kind_choices)
    name = models.CharField(_("tên"), max_length=300)
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="support_activities", verbose_name=_("địa bàn")
    )
    agency = models.CharField(_("cơ quan thực hiện"), max_length=200)
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=ActivityState.PLANNED.value
    )
    facts = models.JSONField(_("thông tin riêng"), default=dict, blank=True)
    expires_on = models.DateField(_("hết hạn ngày"), null=True, blank=True, editable=False)
    started_on = models.DateField(_("bắt đầu ngày"), null=True, blank=True, editable=False)
    result = models.TextField(_("kết quả"), blank=True)
    result_on = models.DateField(_("ngày có kết quả"), null=True, blank=True)
    cancelled_on = models.DateField(_("huỷ ngày"), null=True, blank=True, editable=False)
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="support_activities",
        verbose_name=_("kế hoạch"),
    )
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="support_activities",
        verbose_name=_("nhiệm vụ"),
    )
    is_illustration = models.BooleanField(default=False)
    found_by: ClassVar = ("name", "agency")
    search_text = SearchField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("hoạt động hỗ trợ")
        verbose_name_plural = _("hoạt động hỗ trợ")
        ordering: ClassVar = ["-starts_on", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "state"], name="support_kind_state"),
            models.Index(fields=["expires_on"], name="support_expires"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="support_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(state=ActivityState.FINISHED, result_on__isnull=False) & ~Q(result="")
                | ~Q(state=ActivityState.FINISHED) & Q(result="", result_on__isnull=True),
                name="support_finished_says_what_came_out",
            ),
            models.CheckConstraint(
                condition=Q(state=ActivityState.CANCELLED, cancelled_on__isnull=False)
                | ~Q(state=ActivityState.CANCELLED) & Q(cancelled_on__isnull=True),
                name="support_cancelled_says_when",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[ActivityState.RUNNING, ActivityState.FINISHED], started_on__isnull=False
                )
                | Q(state=ActivityState.PLANNED, started_on__isnull=True)
                | Q(state=ActivityState.CANCELLED),
                name="support_running_says_since_when",
            ),
            models.CheckConstraint(
                condition=Q(task__isnull=True) | Q(plan__isnull=False), name="support_task_of_a_plan"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The activity's own page."""
        return reverse("support:activity", args=[self.key])

    @property
    def row(self) -> Kind:
        """The row of its kind; KeyError where the table no longer has it."""
        return kinds()[self.kind]

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return kind_name(self.kind)

    @property
    def is_open(self) -> bool:
        """Whether something may still be done with it."""
        return self.state in OPEN

    def fact_date(self, key: str) -> date | None:
        """A fact that is a date; facts are kept as texts."""
        text = self.facts.get(key)
        return date.fromisoformat(text) if text else None


class ActivityPaper(models.Model):
    """A file that belongs to an activity: a list, a contract, a report, a picture."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="papers")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="support_paper")
    title = models.CharField(_("tên giấy tờ"), max_length=200)

    class Meta:
        verbose_name = _("giấy tờ của hoạt động")
        verbose_name_plural = _("giấy tờ của hoạt động")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
