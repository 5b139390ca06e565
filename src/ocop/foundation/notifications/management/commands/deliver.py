"""`ocop deliver`: sends the mails of the outbox once, or again and again with --watch."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections
from django.utils import timezone

from ocop.foundation.notifications.delivery import Round, deliver_due


class Command(BaseCommand):
    """Sends due mails. Several may run at once; none sends what another holds."""

    help = "Sends the mails of the outbox."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--watch goes on until the process is asked to end."""
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=float, default=10, help="seconds between rounds of --watch")

    def handle(self, *args: Any, watch: bool, every: float, **options: Any) -> None:
        """One round, or rounds until SIGTERM or SIGINT; the envelope in hand is finished first."""
        if not watch:
            self._say(deliver_due(timezone.now))
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while not stop.is_set():
            self._round()
            stop.wait(every)

    def _round(self) -> None:
        """A database that is away for a moment does not end the watch."""
        try:
            close_old_connections()
            done = deliver_due(timezone.now)
        except OperationalError as fault:
            self.stderr.write(str(fault))
            return
        if done != Round():
            self._say(done)

    def _say(self, done: Round) -> None:
        self.stdout.write(
            f"sent {done.sent}, failed {done.failed}"
            + (f", {done.server_fault}" if done.server_fault else "")
        )
