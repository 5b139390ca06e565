"""A reminder that was told."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.rules import Step
from ocop.registers.products.models import Recognition


class Reminder(models.Model):
    """One step of one recognition, told to somebody: written with the messages, so that none is lost and none
    comes twice. `ends_on` is the end that it was about: another end is reminded of anew.
    """

    unvouched: ClassVar = ("*",)  # told by the system, as messages are

    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="reminders")
    step = models.CharField(max_length=8, choices=[(step.value, step.value) for step in Step])
    ends_on = models.DateField(_("hết hạn ngày"))
    at = models.DateTimeField(_("nhắc lúc"))
    people = models.PositiveIntegerField(_("số người được nhắc"))

    class Meta:
        verbose_name = _("lần nhắc")
        verbose_name_plural = _("lần nhắc")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recognition", "ends_on", "step"], name="renewals_reminded_once"),
            models.CheckConstraint(condition=models.Q(people__gte=1), name="renewals_reminded_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.recognition} {self.step}"
