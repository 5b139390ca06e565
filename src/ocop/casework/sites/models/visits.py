"""How often pages were opened, by week: sums alone, nothing of who opened them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.labels import opened_choices
from ocop.registers.producers.models import Producer


class WeekOfVisits(models.Model):
    """Answers that the server gave in one week (which begins on `monday`) for one page of a producer: its
    site, a product, the code of a certificate.
    """

    unvouched: ClassVar = ("*",)  # counted by a command

    producer = models.ForeignKey(Producer, models.PROTECT, related_name="+")
    what = models.CharField(_("trang"), max_length=8, choices=opened_choices)
    name = models.CharField(max_length=220)
    monday = models.DateField(_("tuần từ ngày"))
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["producer", "what", "name", "monday"], name="sites_week_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.monday}: {self.count}"


class CountedPart(models.Model):
    """A part of a log that is counted: its first bytes' hash tells the file again when it was given another
    name, `offset` is how far it was read.
    """

    unvouched: ClassVar = ("*",)

    head = models.CharField(max_length=64, unique=True)
    offset = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.head[:8]
