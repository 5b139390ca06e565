"""`ocop render_papers`: makes now every PDF that acts wanted and the files of long lists that people asked
for; removes those files after their day.
"""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, close_old_connections
from django.utils import timezone

from ocop.foundation.exports.actions import remove_over
from ocop.foundation.exports.making import make_waiting
from ocop.foundation.printing.making import make_due
from ocop.foundation.printing.selectors import failed
from ocop.foundation.printing.writes import release, want_missing

PAPERS_EVERY = timedelta(hours=1)
"""How often --watch tries again what failed, and looks for files past their day."""


class Command(BaseCommand):
    """Safe to run at any time, several at once, and again: what is there stays, and one broken paper holds up
    no other.
    """

    help = "Makes the missing PDFs of papers and the files of long lists; removes files of lists after a day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--watch goes on until the process is asked to end."""
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=float, default=2, help="seconds between looks of --watch")

    def handle(self, *args: Any, watch: bool, every: float, **options: Any) -> None:
        """Once: exit code 1 and each by name where some paper could not be made. --watch: until SIGTERM or
        SIGINT; what is in hand is finished first.
        """
        if watch:
            self._watch(every)
            return
        if unmade := self._everything():
            raise CommandError(f"{unmade} not made", returncode=1)

    def _everything(self) -> int:
        """Papers that were given up are tried too. How many could not be made; each is named."""
        unread = want_missing(at=timezone.now())
        release(failed(), timezone.now())
        papers = make_due(timezone.now)
        for line in (*unread, *papers.failed):
            self.stderr.write(line)
        lists, over = make_waiting(timezone.now), remove_over(at=timezone.now())
        self.stdout.write(f"{papers.made} made, {lists} lists, {over} lists removed")
        return len(unread) + len(papers.failed)

    def _watch(self, every: float) -> None:
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        due = timezone.now()
        while not stop.is_set():
            try:
                close_old_connections()
                if timezone.now() >= due:
                    due = timezone.now() + PAPERS_EVERY
                    self._everything()
                elif lists := make_waiting(timezone.now):
                    self.stdout.write(f"{lists} lists")
            except OperationalError as fault:  # a database that is away for a moment does not end the watch
                self.stderr.write(str(fault))
            stop.wait(every)
