"""Serving the demonstration on this machine:
one process answers, beside it one sends the mails of the outbox and makes papers, one makes files of lists.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys

from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

HOST = "127.0.0.1"  # `localhost` reaches it too
DEFAULT_PORT = "8000"
TARGET = "ocop.config.wsgi:application"
THREADS = 4


def port_from_environment() -> int:
    """PORT, or 8000. ValueError for something else than a port."""
    text = os.environ.get("PORT", "").strip() or DEFAULT_PORT
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ValueError(text)
    return int(text)


def is_taken(port: int) -> bool:
    """Whether another program listens there already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _beside(name: str) -> subprocess.Popen[bytes]:
    """A process beside; in a session of its own, so that Ctrl-C reaches the server,
    which then stops this one.
    """
    command = [sys.executable, "-m", "ocop.cli", name, "--watch"]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own program


def serve(port: int) -> None:
    """Answers until it is asked to stop (Ctrl-C); then the processes beside it stop as well."""
    connections.close_all()  # the worker opens its own
    # A forked worker would wait for ever for threads of the PDF engine that stay behind in this process.
    multiprocessing.set_start_method("spawn", force=True)
    beside = [_beside("deliver"), _beside("render_papers")]
    try:
        Granian(
            TARGET,
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=THREADS,
            log_level=LogLevels.error,
        ).serve()
    finally:
        for process in beside:
            process.terminate()
        for process in beside:
            process.wait(timeout=10)
