"""`ocop count_visits LOGFILE…`: how often public pages were opened, by week, from the server's access log."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocop.casework.sites.writes.visits import count_visits


class Command(BaseCommand):
    """To be run every day; the same lines are counted once. No address and no browser is kept."""

    help = "Adds up openings of products, certificates and producers' sites by week from access logs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The logs; `.gz` too."""
        parser.add_argument("logs", nargs="+", type=Path, metavar="LOGFILE")

    def handle(self, *args: Any, logs: list[Path], **options: Any) -> None:
        """Says of each log how much was new."""
        for path in logs:
            try:
                self.stdout.write(f"{path}: {count_visits(path)}")
            except (OSError, EOFError) as fault:
                raise CommandError(f"{path}: {fault}") from fault
