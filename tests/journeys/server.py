"""A server of its own for the journeys: its own process, port, data folder and database."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests import templates
from tests.templates import ROOT

PATIENCE = 240


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server with the small province, and what it sells."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    data = folder / "data"
    shutil.copytree(templates.file("province").parent, data)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{data / 'ocop.sqlite3'}",
        "OCOP_DATA_DIR": str(data),
        "OCOP_SITE_ADDRESS": address,
        "PYTHONDONTWRITEBYTECODE": "1",
        templates.SYNCHRONOUS: "OFF",
    }
    for command in (
        ("migrate", "--no-input"),
        ("collectstatic", "--no-input"),
    ):  # the first puts the guards back
        run = [sys.executable, "-m", "ocop.cli", *command, "--verbosity", "0"]
        subprocess.run(run, cwd=ROOT, env=environment, check=True)
    shopwindow = [sys.executable, "-m", "tests.journeys.shopwindow"]
    subprocess.run(shopwindow, cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "ocop.config.wsgi:application"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4"]
    log = (folder / "server.log").open("w", encoding="utf-8")
    deliver = [sys.executable, "-m", "ocop.cli", "deliver", "--watch", "--every", "1"]  # mails and papers
    processes = [
        subprocess.Popen(one, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        for one in (command, deliver)
    ]
    try:
        wait_for(address, processes[0], folder / "server.log")
        yield address
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(20)
        log.close()


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path, *, patience: int = PATIENCE) -> None:
    """Until it answers, for at most so many seconds; says what it wrote when it does not come up."""
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not come up:\n{log.read_text('utf-8')[-3000:]}")
