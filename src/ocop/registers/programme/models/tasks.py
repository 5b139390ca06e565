"""Tasks of a plan: who does what until when, with the papers that show it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Office
from ocop.foundation.documents.models import StoredFile
from ocop.registers.programme.labels import task_state_choices
from ocop.registers.programme.models.plans import Plan
from ocop.registers.programme.models.targets import Target
from ocop.registers.programme.rules import TASK_WORKFLOW, TaskState


class Task(models.Model):
    """What an agency does for the plan. `office` is that agency where it works in this system."""

    workflow: ClassVar = TASK_WORKFLOW

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tasks")
    number = models.PositiveSmallIntegerField(_("Số thứ tự"))
    name = models.CharField(_("Nhiệm vụ"), max_length=400)
    agency = models.CharField(_("Cơ quan chủ trì"), max_length=200)
    office = models.ForeignKey(
        Office,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_tasks",
        verbose_name=_("Cơ quan trong hệ thống"),
    )
    partners = models.CharField(_("Cơ quan phối hợp"), max_length=400, blank=True)
    starts_on = models.DateField(_("Bắt đầu"), null=True, blank=True)
    due_on = models.DateField(_("Hạn xong"), null=True, blank=True)
    state = models.CharField(
        _("Trạng thái"), max_length=8, choices=task_state_choices, default=TaskState.OPEN.value
    )
    done_on = models.DateField(_("Xong ngày"), null=True, blank=True)
    result = models.TextField(_("Kết quả"), blank=True)
    targets = models.ManyToManyField(
        Target, blank=True, related_name="tasks", verbose_name=_("Phục vụ chỉ tiêu")
    )
    in_force = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        ordering: ClassVar = ["number", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="programme_task_number_once"),
            models.CheckConstraint(condition=~Q(agency=""), name="programme_task_has_agency"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="programme_task_due_after_start",
            ),
            models.CheckConstraint(
                condition=Q(state=TaskState.DONE, done_on__isnull=False)
                | ~Q(state=TaskState.DONE) & Q(done_on__isnull=True),
                name="programme_done_task_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The task's own page."""
        return reverse("programme:task", args=[*self.plan.address, self.number])

    @property
    def holder(self) -> str:
        """Who holds it: the office in the system, else the agency as the plan names it."""
        return self.office.name if self.office else self.agency

    def is_late(self, on: date) -> bool:
        """Whether it is open after its due date."""
        return self.state == TaskState.OPEN and self.due_on is not None and self.due_on < on


class TaskPaper(models.Model):
    """A file that belongs to a task."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="papers")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(_("Tên văn bản"), max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
