"""A score sheet on paper, and what two people typed from it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.rules import paper_code
from ocop.casework.review.models import AgendaItem, ScoreSheet, Seat
from ocop.foundation.documents.models import StoredFile


class PaperSheet(models.Model):
    """The paper on which a member scored a product in one pass: what was typed from it twice, the scan of the
    signed paper, and the sealed sheet that came of both.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="paper_sheets")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="paper_sheets")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    sheet = models.OneToOneField(
        ScoreSheet, models.PROTECT, null=True, blank=True, related_name="on_paper", verbose_name=_("phiếu")
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(_("chốt lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("phiếu giấy")
        verbose_name_plural = _("phiếu giấy")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "seat", "pass_no"], name="paperwork_paper_sheet_once"),
            models.CheckConstraint(
                condition=Q(sheet=None, settled_by=None, settled_at=None)
                | Q(
                    sheet__isnull=False,
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                    scan__isnull=False,
                ),
                name="paperwork_settled_with_scan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat.person}: {self.item}"

    def get_absolute_url(self) -> str:
        """Where it is typed, scanned and settled; the QR on the paper leads there."""
        return reverse("paperwork:paper_sheet", kwargs=self.keys)

    @property
    def keys(self) -> dict[str, object]:
        """Its part of an address: there before the row is."""
        return {"key": self.item.key, "pk": self.seat_id, "lap": self.pass_no}

    @property
    def code(self) -> str:
        """The code that is printed on the paper."""
        return paper_code(self.item.key, self.seat_id, self.pass_no)

    @property
    def item_sheet_url(self) -> str:
        """Where the member finds the own sheet."""
        return reverse("review:sheet", args=[self.item.key])

    @property
    def is_settled(self) -> bool:
        """Whether it stands as the member's sealed sheet."""
        return self.sheet_id is not None


class PaperEntry(models.Model):
    """What one person typed from the paper, without seeing what the other typed. Never changed."""

    paper = models.ForeignKey(PaperSheet, models.PROTECT, related_name="entries")
    place = models.PositiveSmallIntegerField(_("lần nhập"))
    choices = models.JSONField(_("mức chọn"))
    general_comment = models.TextField(_("nhận xét chung"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người nhập")
    )
    at = models.DateTimeField(_("nhập lúc"))

    class Meta:
        verbose_name = _("lần nhập phiếu giấy")
        verbose_name_plural = _("lần nhập phiếu giấy")
        ordering: ClassVar = ["paper", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "place"], name="paperwork_entry_place_once"),
            models.UniqueConstraint(fields=["paper", "by"], name="paperwork_entry_by_two_people"),
            models.CheckConstraint(condition=Q(place__in=[1, 2]), name="paperwork_entered_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.paper} ({self.place})"
