"""A meeting of a council through HTTP on PostgreSQL: all members save every criterion of every product at
once, some saves are sent twice, some lines break before the answer, the server is killed again and again; all
tablets open the room anew at one moment; two secretaries close at a time. Then a few real browsers score
without network and are killed, and twenty members save once a second: what the aims are asked of.

Proven: no acknowledged save is lost or counted twice; one closure and one set of minutes of the meeting, and
of each of many.
`OCOP_COUNCIL=members,products,closings` makes it smaller; without PostgreSQL there is nothing to measure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.rig.postgresql import server

FULL = (15, 71, 1000)
TOGETHER, BROWSERS = 20, 2
"""So many members save once a second for the aims, and so many more are real browsers that are killed."""


def bench(folder: Path) -> dict[str, Any]:
    """In a process of its own on a PostgreSQL of its own."""
    given = os.environ.get("OCOP_COUNCIL", "")
    sizes = tuple(int(one) for one in given.split(",")) if given else FULL
    with server(folder) as address:
        if address is None:
            return {"why_not": "no PostgreSQL on this machine", "is_proven": False}
        command = [sys.executable, "-m", "bench.council", str(folder), *map(str, sizes)]
        more = {"DATABASE_URL": address, "OCOP_DATA_DIR": str(folder), "OCOP_LOG_LEVEL": "ERROR"}
        found: dict[str, Any] = json.loads(
            subprocess.check_output(command, env={**os.environ, **more})  # noqa: S603  # our own
        )
        return found


def met(folder: Path, members: int, products: int, closings: int) -> dict[str, Any]:
    """The whole meeting on the database of the environment."""
    import django

    django.setup()
    from django.db import connection

    from bench.rig.browsers import scored_in_browsers
    from bench.rig.meeting import Sitting, stored_bytes
    from bench.rig.tablets import paced, scored

    sitting = Sitting.prepared(members, products)
    statements = sitting.statements_of_a_save()
    before = stored_bytes()
    connection.close()
    load = scored(folder, sitting)
    kept = sitting.compared(load.acknowledged)
    grown = stored_bytes() - before
    sitting.seal()
    closed, minutes = sitting.closed_by_two(), sitting.minutes()
    twenty = sitting.paced(TOGETHER)
    browsers = scored_in_browsers(folder, twenty, BROWSERS)
    at_once = paced(folder, twenty)
    many = sitting.many_closings(closings)
    found = {
        "load_average": os.getloadavg()[0], "members": members, "products": products, **load.summary(),
        **statements, "stored_bytes_per_product": grown // products, **kept, "closures": closed,
        "minutes": minutes, "in_browsers": browsers, "at_once": at_once, "closings": many,
    }  # fmt: skip
    is_whole = kept["lost"] == kept["doubled"] == 0 and load.refused == at_once["refused"] == 0
    is_closed = closed == minutes == 1 and many["closures"] == many["minutes"] == many["times"]
    is_in_browsers = browsers.get("lost", 0) == browsers.get("doubled", 0) == 0
    return {**found, "is_proven": is_whole and is_closed and is_in_browsers}


if __name__ == "__main__":
    json.dump(met(Path(sys.argv[1]), *map(int, sys.argv[2:5])), sys.stdout)
