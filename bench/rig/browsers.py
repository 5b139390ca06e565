"""A few members with real browsers: the meeting is loaded once, then scored without network; the browser is
killed while they choose, the server too; at the end everything that was chosen is stored once.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connection
from django.urls import reverse

from bench.rig.meeting import Sitting
from bench.rig.server import running
from ocop.casework.review.models import ScoreSheet

PATIENCE = 120_000
NOTHING_WAITS = """() => new Promise((yes) => {
  const asked = indexedDB.open("ocop-keep", 1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("records").objectStore("records").count();
    rows.onsuccess = () => { asked.result.close(); yes(rows.result === 0); };
  };
})"""
"""All that the machine kept has gone to the office."""


def scored_in_browsers(folder: Path, sitting: Sitting, count: int) -> dict[str, Any]:
    """What these browsers chose, and what of it was lost or doubled; says why where there is no Chromium."""
    try:
        from playwright.sync_api import sync_playwright

        from ocop.foundation.ui.tests.browsing import CHROMIUM
    except ImportError:
        return {"why_not": "no Playwright on this machine"}
    if not CHROMIUM:
        return {"why_not": "no Chromium on this machine"}
    people = [seat.person for seat in sitting.room.judges[-count:]]
    cookies = {person.pk: sitting.cookie_of(person).partition("=")[2].partition(";")[0] for person in people}
    address = reverse("room:room", args=[sitting.meeting.key])
    connection.close()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"  # the browser's loop runs in this thread
    with running(folder / "server-browsers.log") as (port, process), sync_playwright() as player:
        site = f"http://localhost:{port}"
        phones = [_Phone(player.chromium, folder / f"phone-{pk}", site, cookies[pk]) for pk in cookies]
        told = [phone.score(site + address) for phone in phones]
        os.killpg(process.pid, signal.SIGKILL)
    with running(folder / "server-browsers-2.log", port=port), sync_playwright() as player:
        for phone in phones:
            phone.chromium = player.chromium
            phone.bring(site + address)
    return {"browsers": count, "kills_of_browsers": count, **_worst(told), **_compared(sitting, people)}


class _Phone:
    """Chromium with a folder of its own."""

    def __init__(self, chromium: Any, folder: Path, site: str, cookie: str) -> None:
        self.chromium, self.folder, self.site, self.cookie = chromium, folder, site, cookie
        self.start()

    def start(self) -> None:
        """Opens it; who was signed in still is."""
        from django.conf import settings

        from ocop.foundation.ui.tests.browsing import ARGUMENTS, CHROMIUM

        self.context = self.chromium.launch_persistent_context(
            str(self.folder), executable_path=CHROMIUM, args=ARGUMENTS, locale="vi-VN",
            viewport={"width": 820, "height": 1180},
        )  # fmt: skip
        self.context.set_default_timeout(PATIENCE)
        session = {"name": settings.SESSION_COOKIE_NAME, "value": self.cookie, "url": self.site}
        token = {"name": settings.CSRF_COOKIE_NAME, "value": "a" * 32, "url": self.site}
        # a browser forgets what it got in its last half minute when it is killed
        self.context.add_cookies([{**one, "expires": 2_000_000_000} for one in (session, token)])
        self.page = self.context.new_page()

    def kill(self) -> None:
        """As a battery does that is empty."""
        os.kill(int(os.readlink(self.folder / "SingletonLock").rpartition("-")[2]), signal.SIGKILL)
        with suppress(Exception):  # it is gone already
            self.context.close()
        for name in ("SingletonLock", "SingletonCookie", "SingletonSocket"):
            (self.folder / name).unlink(missing_ok=True)

    def score(self, address: str) -> dict[str, float]:
        """Loads the meeting, loses the network, scores every product, is killed in the middle; answers how
        long the next product took to come.
        """
        page = self.page
        page.goto(address)
        page.click("[data-load]")
        page.locator("[data-wipe]").wait_for()  # there once all of it is
        self.context.set_offline(True)
        page.reload()
        page.locator("[data-products] a").first.wait_for()
        longest = 0.0
        for place in range(page.locator("ol[data-products] a").count()):
            if place:
                self.kill()
                self.start()
                self.context.set_offline(True)
                page = self.page
                page.goto(address)
            start = time.perf_counter()
            page.locator("ol[data-products] a").nth(place).click()
            page.locator("[data-criterion] .criterion").wait_for()
            longest = max(longest, time.perf_counter() - start)
            page.click("[data-mode=ca]")
            page.locator("[data-whole] .criterion").first.wait_for()
            for one in page.locator("[data-whole] .criterion").all():
                one.locator(".option").first.click()
            page.locator(".sheet-missing.done").wait_for()
            page.click("[data-queue]")
        self.kill()
        return {"next_product_ms": round(longest * 1000, 1)}

    def bring(self, address: str) -> None:
        """Comes back to the network and sends all of it."""
        self.start()
        self.page.goto(address)
        self.page.wait_for_function(NOTHING_WAITS)
        self.context.close()


def _worst(told: list[dict[str, float]]) -> dict[str, float]:
    return {name: max(one[name] for one in told) for name in told[0]}


def _compared(sitting: Sitting, people: list[Any]) -> dict[str, int]:
    chosen = lost = doubled = 0
    for person in people:
        for item, words in sitting.wanted.items():
            sheet = ScoreSheet.objects.filter(item=item, seat__person=person).first()
            known = len(sheet.choices) if sheet else 0
            chosen += len(words)
            lost += len(words) - known
            doubled += max(0, (sheet.version if sheet else 0) - known)
    ScoreSheet.objects.filter(item__in=sitting.wanted, seat__person__in=people).delete()
    return {"chosen": chosen, "lost": lost, "doubled": doubled}
