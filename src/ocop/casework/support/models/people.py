"""Whom an activity helps, who signed in at a course, and who is bound by a link."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.labels import group_choices, via_choices
from ocop.casework.support.models.activity import Activity
from ocop.casework.support.rules.courses import name_key
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.foundation.ui.words import said
from ocop.kernel.text import searchable
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


class Beneficiary(models.Model):
    """A producer that is helped, for one product where the help is for one.
    `outcome` is what it got out of it.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="beneficiaries")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="support_received")
    product = models.ForeignKey(
        Product, models.PROTECT, null=True, blank=True, related_name="support_received"
    )
    outcome = models.CharField(_("được gì"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("đối tượng được hỗ trợ")
        verbose_name_plural = _("đối tượng được hỗ trợ")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "product"], name="support_product_once"),
            models.UniqueConstraint(
                fields=["activity", "producer"],
                condition=Q(product__isnull=True),
                name="support_producer_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.product or self.producer)


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


class Party(models.Model):
    """Who is bound by a value-chain link, in which role."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="parties")
    role = models.CharField(_("vai trò"), max_length=20)
    name = models.CharField(_("tên"), max_length=200)
    producer = models.ForeignKey(
        Producer, models.PROTECT, null=True, blank=True, related_name="links", verbose_name=_("chủ thể")
    )
    households = models.PositiveIntegerField(_("số hộ"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bên liên kết")
        verbose_name_plural = _("bên liên kết")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "role", "name"], name="support_party_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def role_name(self) -> str:
        """The role in words."""
        rule = self.activity.row.role(self.role)
        return said(rule.label) if rule else self.role
