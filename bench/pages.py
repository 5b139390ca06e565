"""The pages that each role opens every day, beside a view that does nothing, one client at a time."""

from __future__ import annotations

import statistics
import time
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from bench.rig.looks import statements_of
from ocop.foundation.accounts.models import Person

LOOKS = 30
BARE = "/trang-trong/"
PAGES: tuple[tuple[str, str], ...] = (
    ("", "/"),
    ("", "/san-pham/"),
    ("", "/bo-tieu-chi/qd-26-2026/1/"),
    ("chuthe1", "/viec/"),
    ("xa.banlau", "/viec/"),
    ("tinh", "/viec/"),
    ("tinh", "/ho-so/"),
    ("tinh", "/ke-hoach/10/2022/"),
    ("tinh", "/ho-tro/"),
    ("lanhdao", "/ke-hoach/10/2022/tien-do/"),
    ("lanhdao", "/tong-quan/"),
    ("lanhdao", "/lich/"),
)
"""Who looks (empty: a stranger), and where."""


def bench(folder: Path, *, looks: int = LOOKS) -> dict[str, Any]:
    """Builds the demonstration, then looks at each page:
    median and p95 in milliseconds, statements, bytes.
    """
    _fill()
    bare = _measure(Client(), BARE, looks)
    pages = [{"who": who or "-", "page": page, **_measure(_client(who), page, looks)} for who, page in PAGES]
    for page in pages:
        page["times_bare"] = round(page["median_ms"] / bare["median_ms"], 1)
    return {"looks": looks, "database": connection.vendor, "bare_view": bare, "pages": pages}


def _fill() -> None:
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    call_command("demo", load_only=True, stdout=StringIO())
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.PUBLIC_VIEWS |= {"bare"}
    import_module(settings.ROOT_URLCONF).urlpatterns.insert(0, path(BARE[1:], _bare, name="bare"))


def _bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ocop", content_type="text/plain")


def _client(who: str) -> Client:
    client = Client()
    if who:
        client.force_login(Person.objects.get(username=who))
    return client


def _measure(client: Client, page: str, looks: int) -> dict[str, Any]:
    queries, size = statements_of(client, page)
    seconds = sorted(_timed(client, page) for _ in range(looks))
    return {
        "median_ms": round(statistics.median(seconds) * 1000, 2),
        "p95_ms": round(seconds[min(looks - 1, int(looks * 0.95))] * 1000, 2),
        "queries": queries,
        "bytes": size,
    }


def _timed(client: Client, page: str) -> float:
    start = time.perf_counter()
    client.get(page)
    return time.perf_counter() - start
