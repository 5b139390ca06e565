"""The check page of a certificate beside the rung (one SELECT and a template behind the same middleware) and
a view that does nothing, in the same run: with few clients and with many, on SQLite and on a PostgreSQL.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

from bench.rig.load import CLIENTS, measure
from bench.rig.postgresql import server
from bench.rig.server import HOST, THREADS, serving

CERTIFICATES = 3000
ROUNDS = 5
SECONDS = 2.0
"""How long a page is asked in a round: short, so that what else the machine does meets all pages alike."""
MANY = 32
SEED = 20261123
LEAST_SHARE = 40
"""What the check page must do of the rung's requests with many clients, in percent."""


def bench(folder: Path, *, certificates: int = CERTIFICATES, rounds: int = ROUNDS) -> dict[str, Any]:
    """Fills a temporary database of each kind, serves it, measures. Ends by itself."""
    with server(folder) as address:
        addresses = {"sqlite": f"sqlite:///{folder / 'verify.sqlite3'}", "postgresql": address}
        found = {name: _apart(url, folder, certificates, rounds) for name, url in addresses.items() if url}
    shares = [one[f"{MANY} clients"]["certificate_page"]["percent_of_rung"] for one in found.values()]
    return {**found, "is_proven": min(shares) >= LEAST_SHARE}


def _apart(address: str, folder: Path, certificates: int, rounds: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.verify", str(folder), str(certificates), str(rounds)]
    more = {"DATABASE_URL": address, "OCOP_DATA_DIR": str(folder), "OCOP_LOG_LEVEL": "ERROR"}
    found: dict[str, Any] = json.loads(
        subprocess.check_output(command, env={**os.environ, **more})  # noqa: S603  # our own
    )
    return found


def looked(folder: Path, certificates: int, rounds: int) -> dict[str, Any]:
    """All pages on the database of the environment."""
    import django

    django.setup()
    from django.db import connection

    codes = _fill(certificates)
    random.Random(SEED).shuffle(codes)  # noqa: S311  # the same order every time
    pages = {
        "bare_view": ["/trang-trong/"] * len(codes),
        "rung": [f"/nac-thang/{code}/" for code in codes],
        "certificate_page": [f"/xac-minh/{code}/" for code in codes],
        "unknown_code": [f"/xac-minh/{code[::-1]}/" for code in codes],
    }
    statements = {name: _statements(paths[0]) for name, paths in pages.items() if name != "rung"}
    setting = {"server": f"granian, 1 worker, {THREADS} threads", "certificates": certificates}
    connection.close()
    with serving(folder / "server.log") as port:
        found = {f"{clients} clients": _rounds(port, pages, clients, rounds) for clients in (CLIENTS, MANY)}
    return {**setting, "statements": statements, **found}


def _rounds(port: int, pages: dict[str, list[str]], clients: int, rounds: int) -> dict[str, Any]:
    """Every page in each round, one after another; of each the median of the rounds."""
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, paths in pages.items():
            seen[name].append(measure(HOST, port, paths, SECONDS, clients))
    found = {name: _median(rows) for name, rows in seen.items()}
    for name, row in found.items():
        shares = [
            one["requests_per_second"] / rung["requests_per_second"]
            for one, rung in zip(seen[name], seen["rung"], strict=True)
        ]
        row["percent_of_rung"] = round(statistics.median(shares) * 100)
    return found


def _median(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def _fill(certificates: int) -> list[str]:
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from ocop.casework.certificates.tests.many import many
    from ocop.foundation.places.selectors import place

    call_command("migrate", verbosity=0)
    call_command("load_places", stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    commune = place("02788", "commune", timezone.localdate())
    if commune is None:
        raise LookupError("the places do not hold commune 02788")
    codes = many(certificates, commune)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return codes


def _statements(path: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as context:
        client.get(path)
    return len(context)


if __name__ == "__main__":
    json.dump(looked(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])), sys.stdout)
