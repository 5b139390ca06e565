"""The days of a course, who came on them, and what is handed out.

The tables belong to `support`, from which courses grew: their names, the record and the migrations stay.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.rules.days import code_of, name_key
from ocop.casework.support.labels import group_choices, via_choices
from ocop.casework.support.models import Activity
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.kernel.text import searchable
from ocop.registers.producers.models import Producer

TABLES = "support"
"""Whose the tables are."""


class CourseDay(models.Model):
    """One day of a course and where it is held.
    Its code opens the page on which people sign in on that day alone.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="days")
    day = models.DateField(_("ngày học"))
    venue = models.CharField(_("nơi học"), max_length=200, blank=True)
    issue = models.PositiveSmallIntegerField(_("lần cấp mã"), default=1)

    class Meta:
        app_label = TABLES
        verbose_name = _("ngày học")
        verbose_name_plural = _("ngày học")
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "day"], name="support_course_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} ({self.day:%Y-%m-%d})"

    @property
    def code(self) -> str:
        """The signed code of this day."""
        return code_of(self.pk, self.issue, self.day, settings.SECRET_KEY)

    @property
    def sign_in_url(self) -> str:
        """What the QR code of the day opens."""
        return f"{settings.SITE_ADDRESS}/dd/{self.code}"


class Material(models.Model):
    """A file for those who learn: slides, a handbook. Producers whose people came may fetch it."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="materials")
    title = models.CharField(_("tên tài liệu"), max_length=200)
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="support_material")

    class Meta:
        app_label = TABLES
        verbose_name = _("tài liệu học")
        verbose_name_plural = _("tài liệu học")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Reads of attendances."""

    def counted(self) -> AttendanceQuerySet:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Attendance(models.Model):
    """One person on one day of a course, by the code of the day or from the signature sheet.

    `unit` is the producer or office as it was written; `producer` where it is known which one is meant.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="attendances")
    day = models.DateField(_("ngày"))
    name = models.CharField(_("họ tên"), max_length=120)
    name_key = models.CharField(max_length=240, editable=False, default="")
    found_by: ClassVar = ("name", "unit")
    search_text = SearchField()
    group = models.CharField(_("nhóm"), max_length=10, choices=group_choices)
    producer = models.ForeignKey(
        Producer, models.PROTECT, null=True, blank=True, related_name="attendances", verbose_name=_("chủ thể")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("xã, phường")
    )
    unit = models.CharField(_("đơn vị"), max_length=200, blank=True)
    via = models.CharField(_("ghi bằng"), max_length=6, choices=via_choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.CharField(_("lý do rút"), max_length=300, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        app_label = TABLES
        verbose_name = _("lượt dự học")
        verbose_name_plural = _("lượt dự học")
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                F("activity"), F("day"), F("name_key"), Coalesce(F("place"), 0),
                condition=Q(withdrawn_at__isnull=True) & ~Q(name_key=""), name="support_attendance_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="support_withdrawn_says_why",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} ({self.day:%Y-%m-%d})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps beside the name the form by which the same person is known again,
        and the one to search in.
        """
        self.name_key, self.search_text = name_key(self.name), searchable(self.name, self.unit)
        super().save(*args, **kwargs)
