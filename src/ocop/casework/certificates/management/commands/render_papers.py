"""`ocop render_papers`: makes the PDFs of signed decisions, certificates and notices that are still missing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.casework.certificates.actions import render_missing


class Command(BaseCommand):
    """Safe to run at any time, and again: what is there stays."""

    help = "Makes the missing PDFs of signed decisions, certificates and notices."

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes them all and says how many."""
        self.stdout.write(f"{render_missing(at=timezone.now())} made")
