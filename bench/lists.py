"""Lists and public pages at 1,000 and at 20,000 recognised products, on SQLite and on a PostgreSQL of its
own, beside the rung: a view of one indexed SELECT and a template, behind the same middleware.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from bench.rig.postgresql import server

SIZES = (1_000, 20_000)
LOOKS = 20
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
    ("", "/chu-the/hop-tac-xa-7/"),
    ("", "/ban-do/"),
    ("", "/ban-do/?mua=5"),
    ("", "/ban-do/diem.json"),
    ("", "/du-lieu/san-pham.csv"),
    ("", "/du-lieu/san-pham-google.xml"),
    ("", "/sitemap.xml"),
    ("tinh", "/gian-hang/"),
    ("tinh", "/gian-hang/?q=che+bac+ha"),
    ("tinh", "/gian-hang/?sap-xep=producer"),
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
    """Both databases are filled at once, then looked at one after the other, each in a process that has done
    nothing else: what filling left in memory is not measured.
    """
    with server(folder, is_lasting=False) as address:
        addresses = {"sqlite": f"sqlite:///{folder / 'lists.sqlite3'}", "postgresql": address}
        homes = {name: _environment(folder / name, url, sizes) for name, url in addresses.items() if url}
        found: dict[str, Any] = {name: {"looks": looks, "sizes": {}} for name in homes}
        for size in sizes:
            _fill_together(size, homes.values())
            for name, home in homes.items():
                seen = subprocess.check_output(_command("look", size, looks), env=home)  # noqa: S603  # our own
                found[name]["sizes"][str(size)] = json.loads(seen)
        for one in found.values():
            one["peak_mib"] = one["sizes"][str(sizes[-1])].pop("peak_mib")
        return found


def _fill_together(size: int, homes: Iterable[dict[str, str]]) -> None:
    filling = [_filling(size, home) for home in homes]
    if sum(one.wait() for one in filling):
        raise RuntimeError(f"filling {size} products failed")


def _filling(size: int, home: dict[str, str]) -> subprocess.Popen[bytes]:
    """In a process beside; what commands tell is kept away from the figures."""
    return subprocess.Popen(_command("fill", size), env=home, stdout=subprocess.DEVNULL)  # noqa: S603  # our own


def _environment(home: Path, address: str, sizes: tuple[int, ...]) -> dict[str, str]:
    """Of the processes that work on one database."""
    home.mkdir()
    more = {"DATABASE_URL": address, "OCOP_DATA_DIR": str(home), "OCOP_LOG_LEVEL": "ERROR"}
    more["OCOP_EXPORT_ROWS"] = str(max(sizes) * 2)  # saved at once, so that the request is measured
    more["OCOP_SQLITE_SYNCHRONOUS"] = "OFF"
    return {**os.environ, **more}


def _command(act: str, *given: int) -> list[str]:
    return [sys.executable, "-m", "bench.lists", act, *map(str, given)]


def fill(size: int) -> None:
    """Fills the database of the environment up to so many products."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.rig import casework, register, selling
    from ocop.registers.products.models import Product

    call_command("migrate", verbosity=0)
    if not Product.objects.exists():
        call_command("load_places", stdout=StringIO())
        call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    register.fill(size)
    casework.fill()
    selling.fill()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def look(looks: int) -> dict[str, Any]:
    """Looks at every page of the database of the environment; the most memory that this process had."""
    import django

    django.setup()
    _add_rung()
    for who, page in PAGES:
        _client(who).get(page)
    import_module("ocop.config.settling").settle()  # as a worker that has served for a while
    found = {"pages": _looks(looks), "exports": _exports()}
    return {**found, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


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
    act, size, *looks = sys.argv[1:]
    if act == "fill":
        fill(int(size))
    else:
        json.dump(look(int(looks[0])), sys.stdout)
