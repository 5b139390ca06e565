"""The real server on a free port of the loopback, for as long as a measurement takes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

HOST = "127.0.0.1"
THREADS = 4
SECONDS_TO_START = 60


@contextmanager
def serving(log: Path) -> Iterator[int]:
    """Starts the server as `ocop demo` does (one worker, a few threads), gives its port,
    and ends it in any case.
    """
    with running(log) as (port, _process):
        yield port


@contextmanager
def running(log: Path, port: int = 0) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The same with the process, the first of a group of its own, for whoever kills it; `port` is where one
    that was killed had been.
    """
    port = port or _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port),
        "--workers", "1",
        "--blocking-threads", str(THREADS), "--no-ws", "bench.rig.app:application",
    ]  # fmt: skip
    with (
        log.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True) as process,  # noqa: S603  # our own
    ):
        try:
            _wait(process, port, log)
            yield port, process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until, said = time.monotonic() + SECONDS_TO_START, b""
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection(HOST, port, timeout=5)
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            said = answer.read()
            if answer.status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    logged = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"the server did not start: {said.decode(errors='replace')}\n{logged}")
