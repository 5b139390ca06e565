"""`ocop mend_listings`: writes anew what lists show of products, wherever it does not follow from them, and
the indexes of words.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from ocop.foundation.search import index
from ocop.registers.products.writes import mend_listings


class Command(BaseCommand):
    """Rebuilds; again: changes nothing."""

    help = "Writes the listings of products anew where they differ from what they are derived from."

    def handle(self, *args: Any, **options: Any) -> None:
        """Compares every product, mends, says how many were wrong."""
        self.stdout.write(f"{mend_listings()} listings mended")
        index.install(connection, anew=True)
