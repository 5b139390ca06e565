"""The yearly plan of a province, the frame of years it stands in, and its papers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.places.models import Place
from ocop.registers.programme.labels import plan_state_choices
from ocop.registers.programme.models.visible import PlanQuerySet
from ocop.registers.programme.rules import FIRST_YEAR, PLAN_WORKFLOW, PlanState


class Frame(models.Model):
    """A project of several years that yearly plans carry out, such as that of 2021–2025."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="plan_frames", verbose_name=_("Tỉnh"))
    name = models.CharField(_("Tên"), max_length=200)
    number = models.CharField(_("Số, ký hiệu"), max_length=60, blank=True)
    first_year = models.PositiveSmallIntegerField(_("Từ năm"))
    last_year = models.PositiveSmallIntegerField(_("Đến năm"))
    note = models.TextField(_("Ghi chú"), blank=True)

    class Meta:
        verbose_name = _("đề án nhiều năm")
        verbose_name_plural = _("đề án nhiều năm")
        ordering: ClassVar = ["-first_year", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "name"], name="programme_frame_once"),
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="programme_frame_years"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.first_year}–{self.last_year})"


class Plan(models.Model):
    """The plan of a province for a year. Issued, it changes by amendment only; a draft that was dropped stays
    on record and nowhere else.

    `is_partly_known`: an older plan of which number, date or signer are not known; the page says so.
    """

    workflow: ClassVar = PLAN_WORKFLOW

    place = models.ForeignKey(Place, models.PROTECT, related_name="plans", verbose_name=_("Tỉnh"))
    year = models.PositiveSmallIntegerField(_("Năm"))
    name = models.CharField(_("Tên kế hoạch"), max_length=300)
    frame = models.ForeignKey(
        Frame, models.PROTECT, null=True, blank=True, related_name="plans", verbose_name=_("Thuộc đề án")
    )
    number = models.CharField(_("Số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    signer_title = models.CharField(_("Chức vụ người ký"), max_length=120, blank=True)
    signer_name = models.CharField(_("Họ tên người ký"), max_length=120, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    is_partly_known = models.BooleanField(_("Chỉ biết một phần"), default=False)
    state = models.CharField(
        _("Trạng thái"), max_length=8, choices=plan_state_choices, default=PlanState.DRAFT.value
    )
    note = models.TextField(_("Ghi chú"), blank=True)
    closed_on = models.DateField(_("Kết thúc ngày"), null=True, blank=True)
    is_illustration = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế hoạch năm")
        verbose_name_plural = _("kế hoạch năm")
        ordering: ClassVar = ["-year", "place__code", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["place", "year"],
                condition=~Q(state=PlanState.DROPPED),
                name="programme_plan_once_a_year",
            ),
            models.CheckConstraint(condition=Q(year__gte=FIRST_YEAR), name="programme_plan_year"),
            models.CheckConstraint(
                condition=Q(state__in=[PlanState.DRAFT, PlanState.DROPPED])
                | Q(is_partly_known=True)
                | ~Q(number="") & ~Q(signer_name="") & Q(issued_on__isnull=False),
                name="programme_issued_plan_says_what",
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.CLOSED, closed_on__isnull=False)
                | ~Q(state=PlanState.CLOSED) & Q(closed_on__isnull=True),
                name="programme_closed_plan_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.name

    def get_absolute_url(self) -> str:
        """The plan's own page."""
        return reverse("programme:plan", args=self.address)

    @property
    def address(self) -> tuple[str, int]:
        """The code of the place and the year, as every address of the plan holds them."""
        return self.place.code, self.year

    @property
    def first_day(self) -> date:
        """The first of January."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The last of December."""
        return date(self.year, 12, 31)

    @property
    def is_draft(self) -> bool:
        """Whether it is still written."""
        return self.state == PlanState.DRAFT

    @property
    def is_issued(self) -> bool:
        """Whether the year is run from it now."""
        return self.state == PlanState.ISSUED


class PlanPaper(models.Model):
    """A file that belongs to the plan, beside the issued paper itself."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="papers")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(_("Tên văn bản"), max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
