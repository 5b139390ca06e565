"""The record of official acts. Rows are only ever added; the database itself refuses changes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from ocop.foundation.audit.rules import GENESIS


class Head(models.Model):
    """The end of the chain: one row, locked while an entry is added, so that entries get an order."""

    unvouched: ClassVar = ("*",)  # the record itself

    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.hash[:12]}"


class Entry(models.Model):
    """One act: who, when, on what, from which state to which, why."""

    unvouched: ClassVar = ("*",)  # the record itself

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=64)
    object_label = models.CharField(max_length=300)
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    # marks of the rows that it wrote, by kind and key: see vouching.py; NULL in entries of before
    vouched = models.JSONField(null=True, editable=False)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["sequence"]
        indexes: ClassVar = [
            models.Index(fields=["object_type", "object_id", "sequence"], name="audit_entry_object")
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.object_label}"

    def content(self) -> dict[str, Any]:
        """What the hash covers, in a form that is the same on every database."""
        content = {
            "sequence": self.sequence,
            "at": self.at.isoformat(timespec="microseconds"),
            "by": self.by_id,
            "by_name": self.by_name,
            "action": self.action,
            "object_type": self.object_type,
            "object_id": self.object_id,
            "object_label": self.object_label,
            "from_state": self.from_state,
            "to_state": self.to_state,
            "reason": self.reason,
            "data": self.data,
        }
        return content if self.vouched is None else {**content, "vouched": self.vouched}
