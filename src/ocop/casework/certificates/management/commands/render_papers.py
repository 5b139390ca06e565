"""`ocop render_papers`: makes the PDFs of minutes, signed decisions,
certificates and notices still missing.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.casework.certificates.acts import render_missing


class Command(BaseCommand):
    """Safe to run at any time, and again: what is there stays, and one broken paper holds up no other."""

    help = "Makes the missing PDFs of minutes, signed decisions, certificates and notices."

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes them all and says how many; exit code 1 and each by name where some could not be made."""
        rendering = render_missing(at=timezone.now())
        self.stdout.write(f"{rendering.made} made")
        for paper, reason in rendering.failed:
            self.stderr.write(f"{paper}: {reason}")
        if rendering.failed:
            raise CommandError(f"{len(rendering.failed)} not made", returncode=1)
