"""`ocop forget_reporters`: deletes contacts of shoppers whose day has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.casework.inspections.writes.forgetting import forget_reporters


class Command(BaseCommand):
    """To be run every day; the reports themselves stay."""

    help = "Deletes the contacts of shoppers that were kept long enough (OCOP_REPORT_CONTACT_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many went."""
        self.stdout.write(f"forgotten {forget_reporters(timezone.now())}")
