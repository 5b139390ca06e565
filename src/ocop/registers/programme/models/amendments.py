"""Amendments of an issued plan, each with the fields that it changed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import Paper
from ocop.registers.programme.labels import thing_choices
from ocop.registers.programme.models.plans import Plan


class Amendment(models.Model):
    """A paper that changes an issued plan."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="amendments")
    number = models.CharField(_("Số, ký hiệu"), max_length=60)
    issued_on = models.DateField(_("Ngày ban hành"))
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("Lý do"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lần điều chỉnh")
        verbose_name_plural = _("lần điều chỉnh")
        ordering: ClassVar = ["issued_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="programme_amendment_once"),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(reason=""), name="programme_amendment_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Change(models.Model):
    """One field of one target, task or budget line, before and after.

    What came in or went out is a change of `in_force`, so that every amendment can be undone on paper.
    """

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="changes")
    thing = models.CharField(_("Phần"), max_length=12, choices=thing_choices)
    thing_id = models.PositiveBigIntegerField()
    field = models.CharField(_("Mục"), max_length=40)
    before = models.JSONField(_("Trước điều chỉnh"), null=True)
    after = models.JSONField(_("Sau điều chỉnh"), null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["amendment", "thing", "thing_id", "field"], name="programme_change_once_an_amendment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.thing_id}: {self.field}"
