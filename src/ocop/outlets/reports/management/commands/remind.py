"""`ocop remind`: tells everybody once a day what comes near, and whose recognition ends."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.casework.renewals.writes.reminding import remind_ends
from ocop.outlets.reports.reminders import remind
from ocop.registers.mergers.writes import settle


class Command(BaseCommand):
    """To be run every morning; a second run of the day tells nobody."""

    help = "Reminds people of what comes near: once a day, however often it runs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many people were told."""
        now = timezone.now()
        settle(at=now)
        self.stdout.write(f"reminded {remind(at=now) + remind_ends(at=now)}")
