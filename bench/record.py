"""Eight people who write at once: how long an act takes, and how long it waits for the end of the record.

Each amends products of its own, in a process of its own, on a PostgreSQL of the measurement's own: one
writer, eight, and eight beside an act that is two seconds in the making.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

from bench.rig.postgresql import server

WRITERS = 8
ACTS = 60
LONG = 2.0
HEAD = 'FROM "audit_head"'


def bench(folder: Path) -> dict[str, Any]:
    """Milliseconds of an act and of its wait; proven where eight wait no more than two acts of one."""
    with server(folder) as address:
        if address is None:
            return {"left_out": "no PostgreSQL on this machine"}
        run = partial(_apart, {"DATABASE_URL": address, "OCOP_DATA_DIR": str(folder)})
        run("fill")()
        alone = _together([run("write", 0)])
        eight = _together([run("write", n) for n in range(WRITERS)])
        beside = _together([run("write", n) for n in range(WRITERS)], [run("long")])
        broken = run("verify")()["break"]
    limit = 2 * alone["act_p50_ms"]
    return {
        "one_writer": alone,
        "eight_writers": eight,
        "eight_beside_a_long_act": beside,
        "limit_of_the_wait_ms": round(limit, 1),
        "break_in_the_record": broken,
        "is_proven": broken is None and max(eight["wait_p95_ms"], beside["wait_p95_ms"]) <= limit,
    }


def _apart(environment: dict[str, str], *task: object) -> Callable[[], dict[str, Any]]:
    """Starts a task in a process of its own; the answer waits for what it found."""
    command = [sys.executable, "-m", "bench.record", *map(str, task)]
    given = {**os.environ, **environment, "OCOP_LOG_LEVEL": "ERROR"}
    started = subprocess.Popen(command, env=given, stdout=subprocess.PIPE)  # noqa: S603  # our own

    def ended() -> dict[str, Any]:
        out, _ = started.communicate()
        if started.returncode:
            raise RuntimeError(f"{task} ended with {started.returncode}")
        found: dict[str, Any] = json.loads(out)
        return found

    return ended


def _together(
    writers: list[Callable[[], dict[str, Any]]], others: list[Callable[[], dict[str, Any]]] | None = None
) -> dict[str, Any]:
    found = [one() for one in writers]
    for other in others or []:
        other()
    acts = [ms for one in found for ms in one["acts_ms"]]
    waits = [ms for one in found for ms in one["waits_ms"]]
    return {
        "acts": len(acts),
        "act_p50_ms": round(statistics.median(acts), 1),
        "act_p95_ms": round(statistics.quantiles(acts, n=20)[-1], 1),
        "wait_p50_ms": round(statistics.median(waits), 1),
        "wait_p95_ms": round(statistics.quantiles(waits, n=20)[-1], 1),
        "wait_max_ms": round(max(waits), 1),
    }


def write(number: int) -> dict[str, Any]:
    """Amends this writer's products, one after another."""
    from django.db import connection
    from django.utils import timezone

    from ocop.foundation.accounts.models import Person
    from ocop.registers.products.acts import amend_product
    from ocop.registers.products.models import Product

    officer = Person.objects.get(username="tinh")
    products = Product.objects.order_by("pk")[number * ACTS : (number + 1) * ACTS]
    acts: list[float] = []
    waits: list[float] = []
    with connection.execute_wrapper(partial(_timed, waits)):
        for product in list(products):
            start = time.perf_counter()
            amend_product(product, fields={"story": f"{number} {start}"}, by=officer, at=timezone.now())
            acts.append((time.perf_counter() - start) * 1000)
    return {"acts_ms": acts, "waits_ms": waits}


def _timed(waits: list[float], execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    start = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        if HEAD in sql:
            waits.append((time.perf_counter() - start) * 1000)


def long() -> dict[str, Any]:
    """An act that records, and then works on for two seconds before it ends."""
    from django.utils import timezone

    from ocop.foundation.accounts.models import Person
    from ocop.foundation.audit.actions import record
    from ocop.foundation.audit.recording import recording

    officer = Person.objects.get(username="tinh")
    with recording():
        record("bench.long", officer, by=officer, at=timezone.now())
        time.sleep(LONG)
    return {}


def fill() -> dict[str, Any]:
    """Places, products and an officer."""
    from django.core.management import call_command

    from bench.rig.register import fill as fill_register

    call_command("migrate", verbosity=0)
    call_command("load_places", stdout=StringIO())
    fill_register(WRITERS * ACTS)
    return {}


def verify() -> dict[str, Any]:
    """The first break of the record, if there is any."""
    from ocop.foundation.audit.selectors import verify_chain

    broken = verify_chain()
    return {"break": None if broken is None else str(broken)}


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "fill": fill,
    "write": write,
    "long": long,
    "verify": verify,
}

if __name__ == "__main__":
    import django

    django.setup()
    json.dump(TASKS[sys.argv[1]](*map(int, sys.argv[2:])), sys.stdout)
