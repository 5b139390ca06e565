"""A small client: a few threads, each with one connection that is kept,
asking for one address after another.
"""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection

CLIENTS = 4
WARM_UP = 40


@dataclass
class Tally:
    """Seconds of each answer, and how many were not 200."""

    seconds: list[float] = field(default_factory=list)
    faults: int = 0
    largest: int = 0


def measure(
    host: str, port: int, paths: Sequence[str], seconds: float, clients: int = CLIENTS
) -> dict[str, float]:
    """Requests per second, median and p95 in milliseconds; the largest answer in bytes;
    answers that were not 200.
    """
    _ask(host, port, paths[:WARM_UP], time.monotonic() + seconds, Tally())
    tallies = [Tally() for _ in range(clients)]
    start = time.monotonic()
    threads = [
        threading.Thread(target=_ask, args=(host, port, paths[number::clients], start + seconds, tally, True))
        for number, tally in enumerate(tallies)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _summary(tallies, time.monotonic() - start)


def _ask(
    host: str, port: int, paths: Sequence[str], until: float, tally: Tally, is_endless: bool = False
) -> None:
    connection = HTTPConnection(host, port, timeout=10)
    while paths:
        for path in paths:
            if time.monotonic() >= until:
                connection.close()
                return
            start = time.perf_counter()
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
            tally.seconds.append(time.perf_counter() - start)
            tally.faults += response.status != 200
            tally.largest = max(tally.largest, len(body))
        if not is_endless:
            break
    connection.close()


def _summary(tallies: Sequence[Tally], elapsed: float) -> dict[str, float]:
    seconds = sorted(second for tally in tallies for second in tally.seconds)
    return {
        "requests": len(seconds),
        "requests_per_second": round(len(seconds) / elapsed, 1),
        "median_ms": round(statistics.median(seconds) * 1000, 2),
        "p95_ms": round(seconds[int(len(seconds) * 0.95)] * 1000, 2),
        "bytes": max(tally.largest for tally in tallies),
        "faults": sum(tally.faults for tally in tallies),
    }
