"""A server of its own for the journeys: its own process, port, data folder and database."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from uuid import uuid4

from django.conf import settings

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """A new SQLite file; beside a PostgreSQL server under test a new database there, dropped at the end."""
    here = settings.DATABASES["default"]
    if "postgresql" not in here["ENGINE"]:
        yield f"sqlite:///{folder / 'journey.sqlite3'}"
        return
    import psycopg

    name, maintenance = f"journey_{uuid4().hex[:10]}", {"dbname": "postgres", "autocommit": True}
    place = {"host": here["HOST"], "port": here["PORT"] or None, "user": here["USER"], "password": here["PASSWORD"]}
    place = {key: value for key, value in place.items() if value}
    with psycopg.connect(**place, **maintenance) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
    secret = f":{here['PASSWORD']}" if here["PASSWORD"] else ""
    yield f"postgresql://{here['USER']}{secret}@{here['HOST']}:{here['PORT']}/{name}"
    with psycopg.connect(**place, **maintenance) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server with the small province."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with database(folder) as url:
        environment = os.environ | {
            "DATABASE_URL": url,
            "OCOP_DATA_DIR": str(folder / "data"),
            "OCOP_SITE_ADDRESS": address,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        subprocess.run([sys.executable, "-m", "tests.journeys.prepare"], cwd=ROOT, env=environment, check=True)
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "ocop.config.wsgi:application"]
        command += ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4"]
        log = (folder / "server.log").open("w", encoding="utf-8")
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(address, process, folder / "server.log")
            yield address
        finally:
            process.terminate()
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
