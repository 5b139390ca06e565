"""The days of a course, and what is handed out to those who learn there."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.casework.support.rules.courses import code_of
from ocop.foundation.documents.models import StoredFile


class CourseDay(models.Model):
    """One day of a course and where it is held.
    Its code opens the page on which people sign in on that day alone.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="days")
    day = models.DateField(_("ngày học"))
    venue = models.CharField(_("nơi học"), max_length=200, blank=True)
    issue = models.PositiveSmallIntegerField(_("lần cấp mã"), default=1)

    class Meta:
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
        verbose_name = _("tài liệu học")
        verbose_name_plural = _("tài liệu học")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
