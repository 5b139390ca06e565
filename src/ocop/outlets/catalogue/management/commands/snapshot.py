"""`ocop snapshot DIR`: the public site as files with their SHA-256, for a web server to show meanwhile."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.outlets.catalogue.snapshot import SUMS, Snapshot


class Command(BaseCommand):
    """Writes into an empty folder, or over a snapshot of before."""

    help = "Writes catalogue, producers and check pages as static files, with SHA-256 of each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path)

    def handle(self, *_: Any, folder: Path, **__: Any) -> None:
        """Says how much was written; ends with an error where a page could not be made."""
        if folder.exists() and any(folder.iterdir()) and not (folder / SUMS).exists():
            raise CommandError(f"{folder} holds something else than a snapshot.")
        folder.mkdir(parents=True, exist_ok=True)
        made = Snapshot(folder, timezone.now())
        made.write()
        self.stdout.write(f"{len(made.written)} files, {SUMS}")
        if made.missing:
            raise CommandError("Not made: " + "; ".join(made.missing[:10]))
