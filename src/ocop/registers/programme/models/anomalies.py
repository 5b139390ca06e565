"""What the office has decided on doubts of the law."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from ocop.registers.programme.models.programme import Programme


class AnomalyDecision(models.Model):
    """The office's decision on a doubtful printed value of a regulation, with its reference."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="anomaly_decisions")
    regulation_code = models.CharField(max_length=40)
    anomaly_id = models.CharField(max_length=40)
    reference = models.CharField(max_length=200)
    decided_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "regulation_code", "anomaly_id"], name="programme_anomaly_decided_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anomaly_id}: {self.reference}"
