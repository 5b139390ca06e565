"""`ocop files --orphans`: names bytes of which no row speaks, and rows without bytes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.foundation.documents.orphans import orphans, remove, without_bytes


class Command(BaseCommand):
    """Reads only, unless --remove is said. Ends with 1 where a row has no bytes: then restore a backup."""

    help = "Names stored bytes older than a day of which no row speaks, and rows whose bytes are gone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to look for, and whether to take it away."""
        parser.add_argument("--orphans", action="store_true", required=True, help="name them")
        parser.add_argument("--remove", action="store_true", help="also take the bytes without a row away")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each, and how many there are."""
        at = timezone.now()
        found = removed = missing = 0
        for key in orphans(at=at):
            found += 1
            is_gone = options["remove"] and remove(key, at=at)
            removed += is_gone
            self.stdout.write(f"{'removed' if is_gone else 'no row'}: {key}")
        for stored in without_bytes():
            missing += 1
            self.stdout.write(f"no bytes: {stored.pk} {stored.owner} {stored.name} {stored.sha256}")
        self.stdout.write(f"{found} without a row, {removed} removed, {missing} without bytes")
        if missing:
            raise CommandError(f"{missing} files have no bytes; restore them from a backup.")
