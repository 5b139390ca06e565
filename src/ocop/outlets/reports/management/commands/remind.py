"""`ocop remind`: tells everybody once a day what comes near."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.outlets.reports.reminders import remind


class Command(BaseCommand):
    """To be run every morning; a second run of the day tells nobody."""

    help = "Reminds people of what comes near: once a day, however often it runs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many people were told."""
        self.stdout.write(f"reminded {remind(at=timezone.now())}")
