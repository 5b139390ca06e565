"""`ocop deliver`: sends the mails of the outbox and makes the papers that acts wanted, once, or again and
again with --watch.
"""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections
from django.utils import timezone

from ocop.foundation.notifications.delivery import Round, deliver_due
from ocop.foundation.printing.making import Made, make_due
from ocop.foundation.printing.writes import want_missing

AT_A_TIME = 20
"""Papers between two looks for mails, so that neither waits long for the other."""


class Command(BaseCommand):
    """Sends due mails and makes due papers. Several may run at once; none takes what another holds."""

    help = "Sends the mails of the outbox and makes the papers that acts wanted."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--watch goes on until the process is asked to end."""
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=float, default=2, help="seconds between rounds of --watch")

    def handle(self, *args: Any, watch: bool, every: float, **options: Any) -> None:
        """One round, or rounds until SIGTERM or SIGINT; what is in hand is finished first."""
        want_missing(at=timezone.now())
        if not watch:
            self._say(deliver_due(timezone.now), make_due(timezone.now))
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while not stop.is_set():
            if not self._round():
                stop.wait(every)

    def _round(self) -> bool:
        """Whether papers may wait still. A database that is away for a moment does not end the watch."""
        try:
            close_old_connections()
            mails, papers = deliver_due(timezone.now), make_due(timezone.now, AT_A_TIME)
        except OperationalError as fault:
            self.stderr.write(str(fault))
            return False
        if (mails, papers) != (Round(), Made()):
            self._say(mails, papers)
        return papers.made == AT_A_TIME

    def _say(self, mails: Round, papers: Made) -> None:
        self.stdout.write(
            f"sent {mails.sent}, failed {mails.failed}"
            + (f", {mails.server_fault}" if mails.server_fault else "")
            + f"; papers {papers.made}, failed {len(papers.failed)}"
        )
        for line in papers.failed:
            self.stderr.write(line)
