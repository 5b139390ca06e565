"""Members with tablets: each loads the meeting, saves every criterion, sends again what was not answered and
some that was; now and then the line breaks before an answer comes.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import signal
import statistics
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from subprocess import Popen
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from bench.rig.meeting import Saved, Sitting
from bench.rig.server import HOST, running

SENT_TWICE, LOST = 10, 3  # percent of the saves
GIVE_UP = 300  # seconds for one save
SEED = 20261123
TOKEN = "a" * 32
KILLS = 3
PACE = 1.0  # seconds from one save of a member to the next; 71 products in four hours leave 6 to 7


@dataclass
class Load:
    """What all tablets saw together."""

    acknowledged: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    products: list[float] = field(default_factory=list)
    reloads: list[float] = field(default_factory=list)
    received: int = 0
    again: int = 0
    lost_lines: int = 0
    refused: int = 0
    kills: int = 0
    elapsed: float = 0.0

    def summary(self) -> dict[str, Any]:
        """Saves per second, how long one took, how long a product; bytes that a tablet received for one."""
        return {
            "saves_per_second": round(len(self.seconds) / self.elapsed, 1),
            **percentiles("save", self.seconds),
            **percentiles("product", self.products),
            **percentiles("reload", self.reloads),
            "bytes_per_product": self.received // max(1, len(self.products)),
            "sent_again": self.again,
            "lost_lines": self.lost_lines,
            "refused": self.refused,
            "kills_of_the_server": self.kills,
        }


def percentiles(what: str, seconds: list[float]) -> dict[str, float]:
    """The median and the 95th of a hundred, in thousandths of a second."""
    ordered = sorted(seconds) or [0.0]
    late = ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    return {
        f"{what}_p50_ms": round(statistics.median(ordered) * 1000, 1),
        f"{what}_p95_ms": round(late * 1000, 1),
    }


def scored(folder: Path, sitting: Sitting) -> Load:
    """Every member scores every product at once; the server is killed again and again while they do. Then all
    open the room anew at the same moment.
    """
    load, place = Load(), {"port": 0}
    tablets = _tablets(sitting, load, place)
    wanted = sum(len(words) for words in sitting.wanted.values()) * len(tablets)
    threads = [threading.Thread(target=tablet.score) for tablet in tablets]
    start = time.monotonic()
    for turn in range(KILLS):
        with running(folder / f"server-{turn}.log") as (port, process):
            place["port"] = port
            for thread in threads if turn == 0 else ():
                thread.start()
            _until(wanted * (turn + 1) // (KILLS + 1), load, threads)
            _kill(process, load)
    with running(folder / "server-last.log") as (port, _process):
        place["port"] = port
        _join(threads)
        load.elapsed = time.monotonic() - start
        _together(tablet.reload for tablet in tablets)
    return load


def paced(folder: Path, sitting: Sitting) -> dict[str, Any]:
    """As many members as there are, each saving once a second, while nothing breaks."""
    load, place = Load(), {"port": 0}
    tablets = _tablets(sitting, load, place, pace=PACE)
    with running(folder / "server-paced.log") as (port, _process):
        place["port"] = port
        start = time.monotonic()
        _together(tablet.score for tablet in tablets)
        load.elapsed = time.monotonic() - start
    known = load.summary()
    told = ("saves_per_second", "save_p50_ms", "save_p95_ms", "product_p50_ms", "product_p95_ms", "refused")
    return {"members": len(tablets), **{name: known[name] for name in told}}


def _tablets(sitting: Sitting, load: Load, place: dict[str, int], pace: float = 0) -> list[Tablet]:
    lock = threading.Lock()
    seats = enumerate(sitting.room.judges)
    made = [Tablet(number, seat.person, sitting, load, lock, place, pace) for number, seat in seats]
    connection.close()
    return made


def _until(count: int, load: Load, threads: list[threading.Thread]) -> None:
    while len(load.seconds) < count and any(thread.is_alive() for thread in threads):
        time.sleep(0.02)


def _kill(process: Popen[bytes], load: Load) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    load.kills += 1


def _together(works: Iterable[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    _join(threads)


def _join(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.join()


class Tablet:
    """One member's browser, as far as what it sends is concerned."""

    def __init__(
        self,
        number: int,
        person: Any,
        sitting: Sitting,
        load: Load,
        lock: threading.Lock,
        place: dict[str, int],
        pace: float,
    ) -> None:
        self.chance = random.Random(SEED + number)  # noqa: S311  # the same every time
        self.person, self.load, self.lock, self.place, self.pace = person.pk, load, lock, place, pace
        self.is_calm = pace > 0
        self.cookie = f"{sitting.cookie_of(person)}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        self.pack = sitting.pack
        items = list(sitting.wanted.items())
        self.chance.shuffle(items)
        self.work = [
            (
                item,
                sitting.product(item),
                [(code, sitting.address(item, code), word) for code, word in words.items()],
            )
            for item, words in items
        ]
        self.line: HTTPConnection | None = None

    def score(self) -> None:
        """Loads and saves everything; each save rests on the version that the one before it told."""
        if self.is_calm:
            time.sleep(self.chance.random() * self.pace)  # nobody begins with the others
        for item, page, criteria in self.work:
            start = time.perf_counter()
            self._send("GET", page)
            self.load.products.append(time.perf_counter() - start)
            base = "0"
            for code, address, word in criteria:
                base = self._save(item, code, address, word, base)

    def _save(self, item: int, code: str, address: str, word: str, base: str) -> str:
        operation = secrets.token_hex(8)
        given = {"choice": word, "keep-base": base, "keep-operation": operation, "keep-field": "choice"}
        start = time.perf_counter()
        if not self.is_calm and self.chance.randrange(100) < LOST:
            self._break_off(address, given)
        status, body = self._send("POST", address, given)
        taken = time.perf_counter() - start
        if not self.is_calm and self.chance.randrange(100) < SENT_TWICE:
            self._send("POST", address, given)
        with self.lock:
            if status != 200:
                self.load.refused += 1
                return base
            self.load.seconds.append(taken)
            self.load.acknowledged.setdefault((self.person, item), {})[code] = word
        if self.is_calm:
            time.sleep(max(0.0, self.pace - taken))
        told: str = json.loads(body)["base"]
        return told

    def reload(self) -> None:
        """The room anew."""
        start = time.perf_counter()
        for address in self.pack:
            self._send("GET", address)
        self.load.reloads.append(time.perf_counter() - start)

    def _break_off(self, address: str, given: dict[str, str]) -> None:
        """The save is sent and the line is gone before its answer."""
        line = self._opened()
        with suppress(OSError, HTTPException):
            line.request("POST", address, urlencode(given), self._headers(given))
        line.close()
        self.line = None
        with self.lock:
            self.load.lost_lines += 1

    def _opened(self) -> HTTPConnection:
        self.line = self.line or HTTPConnection(HOST, self.place["port"], timeout=30)
        return self.line

    def _headers(self, given: dict[str, str] | None) -> dict[str, str]:
        headers = {"Cookie": self.cookie, "Host": f"localhost:{self.place['port']}"}
        if given is not None:
            headers |= {
                "X-Requested-With": "keep", "X-CSRFToken": TOKEN,
                "Content-Type": "application/x-www-form-urlencoded",
            }  # fmt: skip
        return headers

    def _send(self, method: str, address: str, given: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Sends until there is an answer: what was not answered is sent again as it was."""
        until = time.monotonic() + GIVE_UP
        while True:
            try:
                line = self._opened()
                line.request(method, address, urlencode(given) if given else None, self._headers(given))
                answer = line.getresponse()
                body = answer.read()
            except (OSError, HTTPException):
                self.line = None
                if time.monotonic() > until:
                    raise
                with self.lock:
                    self.load.again += 1
                time.sleep(0.2 + 0.3 * self.chance.random())  # not all at the same moment
                continue
            with self.lock:
                self.load.received += len(body)
            return answer.status, body


__all__ = ["Load", "Saved", "paced", "percentiles", "scored"]
