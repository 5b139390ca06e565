"""Which papers acts want, and which of them are made."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.rules import LATE, Waiting

OPEN = Q(made_at__isnull=True, given_up_at__isnull=True)


class Printout(models.Model):
    """The paper of one thing: what it says, frozen by the act that wants it, and its PDF once it is made.

    `kind` and `thing_id` name the thing as the record of acts does. A maker counts a try and holds the row
    until `due_at`; what it makes counts only while the row still says what it read (`sha256`). A thing whose
    paper changes (a notice gets its number) keeps its row, which waits again.
    """

    unvouched: ClassVar = ("due_at", "tries", "fault", "given_up_at")  # how the making of it goes

    kind = models.CharField(max_length=80)
    thing_id = models.PositiveBigIntegerField()
    label = models.CharField(max_length=300)
    name = models.CharField(max_length=200)
    data = models.JSONField()
    sha256 = models.CharField(max_length=64)
    moment = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wanted_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=300, blank=True)
    given_up_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["wanted_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["due_at"], condition=OPEN, name="printing_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "thing_id"], name="printing_once_for_a_thing"),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True, file__isnull=True)
                | Q(made_at__isnull=False, file__isnull=False, given_up_at__isnull=True, fault=""),
                name="printing_made_with_file",
            ),
            models.CheckConstraint(
                condition=Q(given_up_at__isnull=True) | ~Q(fault=""), name="printing_given_up_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id} ({self.label})"

    def waiting(self, at: datetime) -> Waiting | None:
        """How it stands at a moment; None once it is made."""
        if self.made_at is not None:
            return None
        if self.given_up_at is not None:
            return Waiting.PARKED
        return Waiting.LATE if self.wanted_at <= at - LATE else Waiting.SOON
