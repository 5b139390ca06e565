"""Lists and public pages at 1,000 and at 20,000 recognised products, on SQLite and on a PostgreSQL of its
own, beside the rung: a view of one indexed SELECT and a template, behind the same middleware.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from datetime import date
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from bench.rig.postgresql import server

SIZES = (1_000, 20_000)
LOOKS = 30
RUNG = "/nac-thang/"
YEAR = date.today().year  # noqa: DTZ011  # that of the plan, wherever the machine stands
PAGES = (
    ("", RUNG),
    ("", "/"),
    ("", "/san-pham/"),
    ("", "/san-pham/?trang=30"),
    ("", "/san-pham/?sao=4"),
    ("", "/san-pham/?q=che+bac+ha"),
    ("", "/san-pham/?q=ch%C3%A8"),
    ("", "/san-pham/?q=che"),
    ("", "/san-pham/?q=san+pham+khong+co"),
    ("", "/san-pham/?sap-xep=ten"),
    ("", "/san-pham/?sap-xep=ten&trang=30"),
    ("", "/san-pham/san-pham-7/"),
    ("", "/api/v1/products/?page_size=50"),
    ("tinh", "/danh-ba/san-pham/"),
    ("tinh", "/danh-ba/san-pham/?sao=4"),
    ("tinh", "/danh-ba/san-pham/?sap-xep=-latest_year"),
    ("tinh", "/viec/"),
    ("xa", "/viec/"),
    ("tinh", "/tong-quan/"),
    ("tinh", f"/ke-hoach/15/{YEAR}/tien-do/"),
    ("tinh", f"/ke-hoach/15/{YEAR}/mot-trang/"),
    ("tinh", "/danh-ba/san-pham/?trang=30"),
    ("tinh", "/danh-ba/san-pham/?q=che+bac+ha"),
    ("tinh", "/danh-ba/chu-the/"),
    ("tinh", "/danh-ba/chu-the/?q=mat+ong"),
    ("tinh", "/tiep-nhan/"),
    ("tinh", "/tiep-nhan/?q=che+bac+ha"),
    ("tinh", "/tiep-nhan/?sap-xep=producer"),
    ("tinh", "/giay-chung-nhan/"),
    ("tinh", "/giay-chung-nhan/?q=che+bac+ha"),
    ("tinh", "/giay-chung-nhan/?sap-xep=product"),
    ("tinh", "/tim/?q=che+bac+ha"),
)
"""Who looks (empty: a stranger), and where."""
EXPORTS = (("tinh", "/danh-ba/san-pham/?xuat=xlsx"), ("tinh", "/danh-ba/chu-the/?xuat=xlsx"))


def bench(folder: Path, *, sizes: tuple[int, ...] = SIZES, looks: int = LOOKS) -> dict[str, Any]:
    """Each database in a process of its own, so that none finds what another left in memory."""
    with server(folder) as address:
        addresses = {"sqlite": f"sqlite:///{folder / 'lists.sqlite3'}", "postgresql": address}
        return {name: _apart(url, folder, sizes, looks) for name, url in addresses.items() if url}


def _apart(address: str, folder: Path, sizes: tuple[int, ...], looks: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.lists", str(looks), *map(str, sizes)]
    more = {"DATABASE_URL": address, "OCOP_DATA_DIR": str(folder), "OCOP_LOG_LEVEL": "ERROR"}
    more["OCOP_EXPORT_ROWS"] = str(max(sizes) * 2)  # saved at once, so that the request is measured
    found: dict[str, Any] = json.loads(
        subprocess.check_output(command, env={**os.environ, **more})  # noqa: S603  # our own
    )
    return found


def measure(sizes: tuple[int, ...], looks: int) -> dict[str, Any]:
    """Fills the database of the environment step by step and looks at every page after each."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.rig import casework
    from bench.rig.register import fill

    call_command("migrate", verbosity=0)
    call_command("load_places", stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    _add_rung()
    found = {}
    for size in sizes:
        fill(size)
        casework.fill()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        found[str(size)] = {"pages": _looks(looks), "exports": _exports()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"looks": looks, "peak_mib": peak, "sizes": found}


def _looks(looks: int) -> list[dict[str, Any]]:
    rows = [{"who": who or "-", "page": page, **_look(who, page, looks)} for who, page in PAGES]
    for row in rows:
        row["times_rung"] = round(row["p50_ms"] / rows[0]["p50_ms"], 1)
    return rows


def _look(who: str, page: str, looks: int) -> dict[str, Any]:
    from bench.rig.looks import cost

    return cost(_client(who), page, looks)


def _exports() -> list[dict[str, Any]]:
    from bench.rig.exports import cost

    return [{"page": page, **cost(_client(who), page)} for who, page in EXPORTS]


def _client(who: str) -> Any:
    from django.test import Client

    from ocop.foundation.accounts.models import Person

    client = Client()
    if who:
        client.force_login(Person.objects.get(username=who))
    return client


def _add_rung() -> None:
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import path

    from ocop.registers.products.models import Product

    template = engines["django"].from_string("<h1>{{ one.name }}</h1><p>{{ one.slug }}</p>")

    def rung(request: HttpRequest) -> HttpResponse:
        return HttpResponse(
            template.render({"one": Product.objects.only("name", "slug").get(slug="san-pham-7")})
        )

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.PUBLIC_VIEWS |= {"rung"}
    import_module(settings.ROOT_URLCONF).urlpatterns.insert(0, path(RUNG[1:], rung, name="rung"))


if __name__ == "__main__":
    json.dump(measure(tuple(map(int, sys.argv[2:])), int(sys.argv[1])), sys.stdout)
