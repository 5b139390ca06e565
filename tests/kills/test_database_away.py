"""A PostgreSQL server that goes away and comes back under the running application."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.db import connection

from bench.rig import postgresql
from ocop.outlets.api import condition
from tests import templates
from tests.journeys.server import free_port, wait_for

PAGE = "/san-pham/"
SAID = "Kho dữ liệu tạm thời không trả lời."
pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks a PostgreSQL server")


@pytest.fixture
def folder() -> Iterator[Path]:
    """The server's user may enter it, other than those of pytest."""
    with TemporaryDirectory() as made:
        yield Path(made)


@pytest.fixture
def database(folder: Path, db: None) -> Iterator[str]:
    """A server of this test's own, with every table and place, as they stand beside the other tests."""
    with postgresql.server(folder) as address:
        programs = postgresql.programs()
        assert address is not None
        assert programs is not None
        known = templates.address(connection.settings_dict, templates.database(connection.settings_dict))
        copied = subprocess.run([programs / "pg_dump", known], check=True, capture_output=True)
        filled = subprocess.run(
            [programs / "psql", "--quiet", "-v", "ON_ERROR_STOP=1", address], input=copied.stdout,
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        assert filled.returncode == 0
        yield address


@pytest.fixture
def site(tmp_path: Path, database: str) -> Iterator[str]:
    """The address of the application on it."""
    port, log = free_port(), tmp_path / "server.log"
    address = f"http://127.0.0.1:{port}"
    given = {"DATABASE_URL": database, "OCOP_DATA_DIR": str(tmp_path / "data"), "OCOP_SITE_ADDRESS": address}
    environment = os.environ | given
    collect = [sys.executable, "-m", "ocop.cli", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, cwd=templates.ROOT, env=environment, check=True)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "ocop.config.wsgi:application"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "2"]
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=templates.ROOT, env=environment, stdout=said, stderr=said)
        try:
            wait_for(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def asked(address: str) -> tuple[int, str]:
    try:
        with urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        return answer.code, answer.read().decode()


def health(site: str, wanted: int) -> dict[str, str]:
    """What is said once a look that counted before is over."""
    end = time.monotonic() + 2 * condition.EVERY
    status, body = asked(f"{site}/healthz")
    while status != wanted and time.monotonic() < end:
        time.sleep(0.5)
        status, body = asked(f"{site}/healthz")
    assert status == wanted, body
    return json.loads(body)  # type: ignore[no-any-return]


def test_pages_and_health_say_that_it_is_away_and_go_on_when_it_is_back(site: str, folder: Path) -> None:
    assert asked(site + PAGE)[0] == 200
    postgresql.stop(folder)
    status, page = asked(site + PAGE)
    assert (status, SAID in page) == (503, True)
    told = health(site, 503)
    assert (told["status"], told["database"], told["migrations"]) == ("down", "down", "unknown")
    assert asked(site + PAGE)[0] == 503  # nor at the second look
    postgresql.start(folder)
    assert asked(site + PAGE)[0] == 200
    assert health(site, 200)["database"] == "ok"
