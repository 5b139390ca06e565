"""What was made at the place: photographs and signatures; and what was reported about it later."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.labels import side_choices
from ocop.casework.fieldwork.models.visits import Visit
from ocop.foundation.documents.models import StoredFile


class VisitPhoto(models.Model):
    """A photograph of a visit, of one line of its checklist or of all, with hour and place as the camera or
    the phone told them.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="photos")
    code = models.CharField(_("mục"), max_length=20, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("ảnh"))
    taken_at = models.DateTimeField(_("chụp lúc"), null=True, blank=True)
    hour_from = models.CharField(max_length=8, blank=True)
    latitude = models.DecimalField(_("vĩ độ"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("kinh độ"), max_digits=8, decimal_places=5, null=True, blank=True)
    place_from = models.CharField(max_length=8, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("gửi lúc"))
    is_dropped = models.BooleanField(_("đã bỏ"), default=False)

    class Meta:
        verbose_name = _("ảnh kiểm tra thực tế")
        verbose_name_plural = _("ảnh kiểm tra thực tế")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True, place_from="")
                | Q(latitude__isnull=False, longitude__isnull=False) & ~Q(place_from=""),
                name="fieldwork_photo_place_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit}: {self.file}"


class Signature(models.Model):
    """Drawn on the screen by one side. The last one of a side counts; `words_hash` is of what was written
    when it came.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="signatures")
    side = models.CharField(_("bên ký"), max_length=10, choices=side_choices)
    signer_name = models.CharField(_("họ tên người ký"), max_length=120)
    signer_title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("chữ ký"))
    words_hash = models.CharField(max_length=64)
    signed_at = models.DateTimeField(_("ký lúc"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("gửi lúc"))

    class Meta:
        verbose_name = _("chữ ký tại chỗ")
        verbose_name_plural = _("chữ ký tại chỗ")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.signer_name} ({self.get_side_display()})"


class FurtherReport(models.Model):
    """What is put right or added to an ended visit; the report that was signed stays as it is."""

    filled_later: ClassVar = ("file",)

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="further_reports")
    number = models.PositiveSmallIntegerField(_("lần"))
    reason = models.TextField(_("lý do"))
    text = models.TextField(_("nội dung bổ sung, đính chính"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("lập lúc"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("biên bản bổ sung")
        verbose_name_plural = _("biên bản bổ sung")
        ordering: ClassVar = ["visit", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "number"], name="fieldwork_further_report_once"),
        ]

    def __str__(self) -> str:
        return f"{self.visit} ({self.number})"
