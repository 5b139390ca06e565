"""Exports: who asked for which list, how far its file is."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from ocop.foundation.documents import storage
from ocop.foundation.exports.labels import FAULT_CHOICES, FAULTS, STATES
from ocop.foundation.exports.rules import (
    CLAIM,
    KEPT,
    LATE,
    LONGEST_ADDRESS,
    MOST_TRIES,
    ExportState,
    Fault,
)
from ocop.foundation.refusals import Text

OPEN = Q(made_at__isnull=True, failed_at__isnull=True)


class ExportQuerySet(models.QuerySet["Export"]):
    """Reads of exports."""

    def free(self, at: datetime) -> ExportQuerySet:
        """Those that a worker may take: nobody has, or whoever did has died."""
        unheld = Q(worked_at__isnull=True) | Q(worked_at__lte=at - CLAIM)
        return self.filter(OPEN, unheld, asked_at__gt=at - KEPT).order_by("asked_at")

    def over(self, at: datetime) -> ExportQuerySet:
        """Those whose day has passed."""
        last = at - KEPT
        return self.filter(Q(made_at__lte=last) | Q(made_at__isnull=True, asked_at__lte=last))


class Export(models.Model):
    """One long list that somebody asked to have as a file.

    `address` is the list's own address with its filters, and its language; `grounds` name what the person
    held when the rows were chosen (`grounds.py`). A worker claims it for a try; what it writes, and that it
    still lives (`worked_at`), counts only while that try is the last one.
    """

    unvouched: ClassVar = ("*",)  # no act

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="exports")
    address = models.CharField(max_length=LONGEST_ADDRESS)
    title = models.CharField(max_length=300)
    name = models.CharField(max_length=100)
    grounds = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    rows = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    worked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    size = models.PositiveBigIntegerField(null=True)
    failed_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=10, choices=FAULT_CHOICES, blank=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-asked_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["asked_at"], condition=OPEN, name="exports_open")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "address"], condition=OPEN, name="exports_open_once"),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True) | Q(failed_at__isnull=True), name="exports_one_end"
            ),
            models.CheckConstraint(
                condition=Q(made_at__isnull=True, size__isnull=True)
                | Q(made_at__gte=F("asked_at"), size__gt=0),
                name="exports_made_with_size",
            ),
            models.CheckConstraint(
                condition=Q(failed_at__isnull=True, fault="") | Q(failed_at__isnull=False) & ~Q(fault=""),
                name="exports_failed_with_fault",
            ),
            models.CheckConstraint(
                condition=Q(tries=0, worked_at__isnull=True) | Q(tries__gt=0, worked_at__isnull=False),
                name="exports_tried_when",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """How far it is, and the file once it is there."""
        return reverse("exports:one", args=[self.pk])

    def state(self, at: datetime) -> ExportState:
        """Where it stands at a moment."""
        if self.failed_at is not None:
            return ExportState.FAILED
        if (self.made_at or self.asked_at) <= at - KEPT:
            return ExportState.OVER
        if self.made_at is not None:
            return ExportState.READY
        is_held = self.worked_at is not None and self.worked_at > at - CLAIM
        return ExportState.MAKING if is_held else ExportState.WAITING

    def is_late(self, at: datetime) -> bool:
        """Whether it waits for a process that seems not to run."""
        return self.state(at) == ExportState.WAITING and (self.worked_at or self.asked_at) <= at - LATE

    @property
    def is_given_up(self) -> bool:
        """Whether so many workers died over it that no other is to."""
        return self.tries >= MOST_TRIES

    @property
    def key(self) -> str:
        """Where the file of the last try lies."""
        return self.key_of(self.tries)

    def key_of(self, number: int) -> str:
        """Where the file of a try lies: each has its own, so that one late to die overwrites nothing."""
        return storage.export_key(str(self.pk), number)

    @property
    def expires_at(self) -> datetime:
        """When the file goes."""
        return (self.made_at or self.asked_at) + KEPT

    @property
    def file_name(self) -> str:
        """As it is saved; the name of a list, never a word that somebody typed."""
        return f"{self.name}.xlsx"

    @property
    def why(self) -> tuple[Text, Text]:
        """What went wrong, and what to do."""
        return FAULTS[Fault(self.fault)]

    def words(self, at: datetime) -> tuple[Text, str]:
        """The state in words, and the kind of its chip."""
        return STATES[self.state(at)]
