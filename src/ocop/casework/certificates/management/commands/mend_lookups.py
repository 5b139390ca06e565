"""`ocop mend_lookups`: writes anew what the check page says, wherever it does not follow from the record."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ocop.casework.certificates.writes.lookups import mend_lookups


class Command(BaseCommand):
    """Rebuilds; again: changes nothing."""

    help = "Writes anew what the check page says where it differs from what it is derived from."

    def handle(self, *args: Any, **options: Any) -> None:
        """Compares every certificate, mends, says how many were wrong."""
        self.stdout.write(f"{mend_lookups()} lookups mended")
