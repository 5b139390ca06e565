"""A score sheet that reached the office late, and which members loaded the dossiers of a meeting when."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models import AgendaItem, Meeting, Seat
from ocop.kernel.canonical import short_code


class LateSheet(models.Model):
    """What a member had marked as ready without network, as it came. It counts for nothing: the chair sees
    it, the council decides what follows. The database keeps the row as it is.

    `ready_at` is what the member's machine said, never proof; `came_at` is the office's clock; `why` the
    refusal of that moment in words.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="late_sheets")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="late_sheets")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    content = models.JSONField(_("nội dung"))
    sha256 = models.CharField(_("mã băm"), max_length=64)
    ready_at = models.DateTimeField(_("máy ghi sẵn sàng lúc"), null=True, blank=True)
    came_at = models.DateTimeField(_("đến lúc"))
    why = models.TextField(_("vì sao không chốt được"))

    class Meta:
        verbose_name = _("phiếu đến sau")
        verbose_name_plural = _("phiếu đến sau")
        ordering: ClassVar = ["came_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "seat", "pass_no", "sha256"], name="room_late_sheet_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(sha256="") & ~models.Q(why=""), name="room_late_sheet_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat.person}: {self.item}"

    @property
    def code(self) -> str:
        """The short code of what came."""
        return short_code(self.sha256)


class MeetingPin(models.Model):
    """The PIN that a member set for one meeting, hashed as a password is. It seals, at this meeting
    alone and until it is closed, what was made ready without network.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="pins")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="meeting_pins")
    pin = models.CharField(_("mã PIN"), max_length=256)
    at = models.DateTimeField(_("đặt lúc"))

    class Meta:
        verbose_name = _("mã PIN của phiên họp")
        verbose_name_plural = _("mã PIN của phiên họp")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="room_pin_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.meeting}"


class PackLoad(models.Model):
    """A member's machine began to load the dossiers of a meeting. Every loading is a row, and the database
    keeps it as it is; `products` is how many the member could open at that moment.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="pack_loads")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="pack_loads")
    at = models.DateTimeField(_("nạp lúc"))
    products = models.PositiveSmallIntegerField(_("số sản phẩm"))

    class Meta:
        verbose_name = _("lần nạp hồ sơ")
        verbose_name_plural = _("lần nạp hồ sơ")
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.seat.person}: {self.meeting}"
