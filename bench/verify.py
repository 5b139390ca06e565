"""The check page of a certificate, measured beside a view that does nothing."""

from __future__ import annotations

import random
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.rig.load import CLIENTS, SECONDS, measure
from bench.rig.server import HOST, THREADS, serving
from ocop.casework.certificates.tests.many import many
from ocop.foundation.places.selectors import place

CERTIFICATES = 3000
BARE_PATH = "/trang-trong/"
SEED = 20261123


def bench(folder: Path, *, certificates: int = CERTIFICATES, seconds: float = SECONDS) -> dict[str, Any]:
    """Fills the temporary database, serves it, measures both pages in the same run. Ends by itself."""
    codes = _fill(certificates)
    random.Random(SEED).shuffle(codes)  # noqa: S311  # the same order every time
    paths = [f"/xac-minh/{code}/" for code in codes]
    queries = _queries(paths[0])
    connection.close()
    with serving(folder / "server.log") as port:
        bare = measure(HOST, port, [BARE_PATH] * len(paths), seconds)
        page = measure(HOST, port, paths, seconds)
    share = round(page["requests_per_second"] / bare["requests_per_second"], 3)
    setting = {
        "server": "granian, 1 worker",
        "threads": THREADS,
        "clients": CLIENTS,
        "database": connection.vendor,
    }
    return {
        **setting,
        "certificates": certificates,
        "certificate_page": {**page, "queries": queries},
        "bare_view": bare,
        "share_of_bare": share,
    }


def _fill(certificates: int) -> list[str]:
    for command in ("migrate", "load_places", "collectstatic"):
        options = {"interactive": False} if command != "load_places" else {}
        call_command(command, verbosity=0, stdout=StringIO(), **options)
    commune = place("02788", "commune", timezone.localdate())
    if commune is None:
        raise LookupError("the places do not hold commune 02788")
    return many(certificates, commune)


def _queries(path: str) -> int:
    with CaptureQueriesContext(connection) as context:
        response = Client().get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return len(context)
