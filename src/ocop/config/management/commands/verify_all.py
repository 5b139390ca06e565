"""`ocop verify_all`: checks every invariant of the stored data."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocop.config.invariants import INVARIANTS, first_fault


class Command(BaseCommand):
    """Names the first fault of each kind; ends with 1 if there is any."""

    help = "Checks every invariant of the stored data; names the first fault of each kind."

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads everything, writes nothing."""
        broken = 0
        for invariant in INVARIANTS:
            fault = first_fault(invariant)
            broken += fault is not None
            self.stdout.write(f"{invariant.name}: {'holds' if fault is None else f'FAULT {fault}'}")
        if broken:
            raise CommandError(f"{broken} of {len(INVARIANTS)} invariants do not hold")
