"""The days off of a year as an operator entered them, beside those that come with the program."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from ocop.kernel.calendar import Certainty, DayOff
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import Label


class YearOfDaysOff(models.Model):
    """A whole year: whether it is official, by which paper, its days. Never changed: a newer row of the year
    counts instead.
    """

    moved: int | None = None  # how many stored last days its entering moved; told once

    year = models.PositiveSmallIntegerField()
    certainty = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Certainty])
    source = models.CharField(max_length=300)
    days = models.JSONField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["year", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(year__gte=2019, year__lte=2200), name="programme_days_off_of_a_year"
            ),
            models.CheckConstraint(condition=~models.Q(source=""), name="programme_days_off_have_a_source"),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @staticmethod
    def stored(days: list[DayOff]) -> list[dict[str, Any]]:
        """Days as they are kept in `days`."""
        return [
            {
                "on": day.on.isoformat(), "is_worked": day.is_worked, "certainty": day.certainty.value,
                "vi": day.label.vi, "en": day.label.en,
            }
            for day in days
        ]  # fmt: skip

    def listed(self) -> list[DayOff]:
        """The days, in their order."""
        return [
            DayOff(
                date.fromisoformat(one["on"]), one["is_worked"], Certainty(one["certainty"]),
                Label(one["vi"], one["en"]),
            )
            for one in self.days
        ]  # fmt: skip

    def content_hash(self) -> str:
        """What stands in the record of the act that entered it."""
        said = {"year": self.year, "certainty": self.certainty, "source": self.source, "days": self.days}
        return sha256_hex(said)
