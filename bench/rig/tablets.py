"""Members with tablets: each saves every criterion, sends again what was not answered and some that was."""

from __future__ import annotations

import json
import os
import random
import secrets
import signal
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from bench.rig.meeting import Saved, Sitting
from bench.rig.server import HOST, running

SENT_TWICE = 10  # percent of the saves
GIVE_UP = 120  # seconds for one save
SEED = 20261123
TOKEN = "a" * 32


@dataclass
class Load:
    """What all tablets saw together."""

    acknowledged: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    reloads: list[float] = field(default_factory=list)
    received: int = 0
    again: int = 0
    refused: int = 0
    elapsed: float = 0.0
    products: int = 0

    def summary(self) -> dict[str, Any]:
        """Saves per second and how long one took; bytes that one tablet received for a product."""
        return {
            "saves_per_second": round(len(self.seconds) / self.elapsed, 1),
            "p50_ms": _percentile(self.seconds, 50),
            "p95_ms": _percentile(self.seconds, 95),
            "reload_p95_ms": _percentile(self.reloads, 95),
            "bytes_per_product": self.received // max(1, len(self.acknowledged)),
            "sent_again": self.again,
            "refused": self.refused,
            "kills_of_the_server": 1,
        }


def _percentile(seconds: list[float], percent: int) -> float:
    ordered = sorted(seconds) or [0.0]
    if percent == 50:
        return round(statistics.median(ordered) * 1000, 1)
    return round(ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1000, 1)


def scored(folder: Path, sitting: Sitting) -> Load:
    """Every member scores every product at once; the server is killed when half of the saves are there."""
    load, lock, place = Load(), threading.Lock(), {"port": 0}
    tablets = [
        _Tablet(number, seat.person, sitting, load, lock, place)
        for number, seat in enumerate(sitting.room.judges)
    ]
    connection.close()
    wanted = sum(len(words) for words in sitting.wanted.values()) * len(tablets)
    start = time.monotonic()
    threads = [threading.Thread(target=tablet.score) for tablet in tablets]
    with running(folder / "server-1.log") as (port, process):
        place["port"] = port
        for thread in threads:
            thread.start()
        while len(load.seconds) < wanted // 2 and any(thread.is_alive() for thread in threads):
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
    with running(folder / "server-2.log") as (port, _process):
        place["port"] = port
        for thread in threads:
            thread.join()
        load.elapsed = time.monotonic() - start
        again = [threading.Thread(target=tablet.reload) for tablet in tablets]
        for thread in again:
            thread.start()
        for thread in again:
            thread.join()
    return load


class _Tablet:
    """One member's browser, as far as saves are concerned."""

    def __init__(
        self,
        number: int,
        person: Any,
        sitting: Sitting,
        load: Load,
        lock: threading.Lock,
        place: dict[str, int],
    ) -> None:
        self.chance = random.Random(SEED + number)  # noqa: S311  # the same every time
        self.person, self.load, self.lock, self.place = person.pk, load, lock, place
        self.cookie = f"{sitting.cookie_of(person)}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        keys = sitting.keys
        self.work = [
            (item, f"/cham/{keys[item]}/", code, sitting.address(item, code), word)
            for item, words in self.shuffled(sitting.wanted)
            for code, word in words.items()
        ]
        self.line: HTTPConnection | None = None

    def shuffled(self, wanted: dict[int, dict[str, str]]) -> Iterator[tuple[int, dict[str, str]]]:
        """The products in the member's own order."""
        items = list(wanted.items())
        self.chance.shuffle(items)
        return iter(items)

    def score(self) -> None:
        """Saves everything; each save rests on the version that the one before it told."""
        base, last = "0", 0
        for item, page, code, address, word in self.work:
            if item != last:
                base, last = "0", item
                self._send("GET", page)
            operation = secrets.token_hex(8)
            given = {"choice": word, "keep-base": base, "keep-operation": operation}
            start = time.perf_counter()
            status, body = self._send("POST", address, given)
            taken = time.perf_counter() - start
            if self.chance.randrange(100) < SENT_TWICE:
                self._send("POST", address, given)
            with self.lock:
                if status != 200:
                    self.load.refused += 1
                    continue
                self.load.seconds.append(taken)
                self.load.acknowledged.setdefault((self.person, item), {})[code] = word
            base = json.loads(body)["base"]

    def reload(self) -> None:
        """The sheet of the last product anew."""
        start = time.perf_counter()
        self._send("GET", self.work[-1][1])
        with self.lock:
            self.load.reloads.append(time.perf_counter() - start)

    def _send(self, method: str, address: str, given: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Sends until there is an answer: what was not answered is sent again as it was."""
        until = time.monotonic() + GIVE_UP
        headers = {"Cookie": self.cookie, "Host": f"localhost:{self.place['port']}"}
        if given is not None:
            headers |= {
                "X-Requested-With": "keep", "X-CSRFToken": TOKEN,
                "Content-Type": "application/x-www-form-urlencoded",
            }  # fmt: skip
        while True:
            try:
                line = self.line = self.line or HTTPConnection(HOST, self.place["port"], timeout=30)
                line.request(method, address, urlencode(given) if given else None, headers)
                answer = line.getresponse()
                body = answer.read()
            except (OSError, HTTPException):
                self.line = None
                if time.monotonic() > until:
                    raise
                with self.lock:
                    self.load.again += 1
                time.sleep(0.2)
                continue
            with self.lock:
                self.load.received += len(body)
            return answer.status, body


__all__ = ["Load", "Saved", "scored"]
