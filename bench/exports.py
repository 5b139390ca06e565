"""Every long list of 20,000 rows as a spreadsheet, beside XlsxWriter writing the same cells alone; and the
memory of a process that makes three of them one after another: its own, beside which SQLite maps the database
file, as far as the machine has room. On SQLite.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

ROWS = 20_000
MOST_TIMES_ALONE, MOST_MIB = 2, 200
LISTS = ("products:list", "producers:list", "dossiers:desk", "certificates:certificates")


def bench(folder: Path, *, rows: int = ROWS) -> dict[str, Any]:
    """Fills the database here; measures in two processes that have done nothing else."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("load_places", stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    # the small province of the tests, and the copies that make a register of it
    stage = import_module("tests.province").tell()
    grow = import_module("tests.matrix.growth").grow_registers
    for start in range(0, rows, 2000):
        grow(stage, range(start, min(start + 2000, rows)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    officer = stage.people["phuc"].username  # of the province
    saved, made = _apart("saved", officer), _apart("made", officer)
    is_proven = all(one["times_alone"] <= MOST_TIMES_ALONE for one in saved) and made["mib_peak"] <= MOST_MIB
    return {"rows": rows, "saved": saved, "made": made, "is_proven": is_proven}


def _apart(what: str, officer: str) -> Any:
    command = [sys.executable, "-m", "bench.exports", what, officer]
    return json.loads(subprocess.check_output(command))  # noqa: S603  # our own


def saved(officer: str) -> list[dict[str, Any]]:
    """Each list saved within a request, twice: the first fills caches of the process."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from bench.rig.exports import cost
    from ocop.foundation.accounts.models import Person

    settings.EXPORT_ROWS_AT_ONCE = sys.maxsize
    client = Client()
    client.force_login(Person.objects.get(username=officer))
    return [{"list": name, **cost(client, f"{reverse(name)}?xuat=xlsx")} for name in LISTS]


def made(officer: str) -> dict[str, Any]:
    """Three files by the process that makes papers."""
    from django.urls import reverse
    from django.utils import timezone

    from bench.rig.exports import mib, seconds_of
    from ocop.foundation.accounts.models import Person
    from ocop.foundation.exports.actions import ask_export
    from ocop.foundation.exports.making import make_waiting

    who = Person.objects.get(username=officer)
    for name in LISTS[:3]:
        ask_export(reverse(name), by=who, at=timezone.now())
    own: list[int] = []

    def clock() -> datetime:
        own.append(mib("RssAnon"))  # asked for at every note, which is every thousand rows
        return timezone.now()

    seconds, files = seconds_of(lambda: make_waiting(clock))
    return {"files": files, "seconds": round(seconds, 2), "mib_peak": max(own), "mib_mapped": mib("RssFile")}


if __name__ == "__main__":
    import django

    django.setup()
    json.dump({"saved": saved, "made": made}[sys.argv[1]](sys.argv[2]), sys.stdout)
