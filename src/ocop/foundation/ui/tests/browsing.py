"""A site in a thread and a tab of Chromium, for tests that need a real browser but no province."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.exceptions import ObjectDoesNotExist
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test import Client
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect, sync_playwright

SITE = "http://localhost:49151"  # nobody listens there: the test's own process answers
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("OCOP_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

PATIENCE = 60_000
"""Milliseconds until what a browser was to do counts as missing: a busy machine is many times slower."""
SLOW = float(os.environ.get("OCOP_SLOW_BROWSER", "0"))
"""How many times slower pages reckon, with answers that let wait for them: finds tests that do not wait, and
pages that are not ready when they seem so. `OCOP_SLOW_BROWSER=6 script/test -m browser`."""
expect.set_options(timeout=PATIENCE)

# left out where there is no Chromium, but not where everything must run
needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and not os.environ.get("CI"), reason="needs Chromium"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]


def patient(context: BrowserContext) -> BrowserContext:
    """Waits long before it gives up; as slow as OCOP_SLOW_BROWSER says."""
    context.set_default_timeout(PATIENCE)
    if SLOW:
        context.on("page", _slow)
    return context


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})


def linger(path: str) -> None:
    """Lets a page wait for its answer, where OCOP_SLOW_BROWSER says so."""
    if SLOW and not path.startswith("/static/"):
        time.sleep(SLOW / 40)


def eventually(page: Page, read: Callable[[], object], wanted: object) -> None:
    """What is read becomes this before long: on the page, in what the browser keeps, on the server.

    The browser goes on meanwhile. That something stays away can be asked only after something else has come.
    """
    ends, found = time.monotonic() + PATIENCE / 1000, None
    while time.monotonic() < ends:
        with suppress(Error, ObjectDoesNotExist):  # the page went on meanwhile; there is no row yet
            found = read()
            if found == wanted:
                return
        page.wait_for_timeout(50)
    assert found == wanted


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium. While it is open, this process can ask no database: the player's loop turns in it."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The address of the site, on a port of its own; it writes nothing, so no table is emptied afterwards."""
    handler = StaticFilesHandler(WSGIHandler())
    httpd = ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler)
    httpd.daemon_threads = True
    httpd.set_app(handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@contextmanager
def browsing(site: str, browser: Browser) -> Iterator[Page]:
    """A tab of its own, the size of a small phone; `faults` holds what the browser complained of."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, base_url=site, locale="vi-VN")
    tab = patient(context).new_page()
    tab.faults = []  # type: ignore[attr-defined]
    tab.on("console", lambda said: said.type == "error" and tab.faults.append(said.text))  # type: ignore[attr-defined]
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))  # type: ignore[attr-defined]
    yield tab
    context.close()


class Machine:
    """A browser whose requests the test client answers, in the test's own transaction.

    Django keeps another connection for what runs inside the browser's loop; here it is the same throughout.
    The network is cut (`is_offline`), or breaks off a POST before the server has it or after (`cut`).
    """

    def __init__(self, context: BrowserContext, client: Client) -> None:
        self.context, self.client, self.is_offline = context, client, False
        self.database = connections["default"]
        self.faults: list[str] = []
        self.broken: dict[str, int] = {}  # paths that answer with a page of this status
        self.cut: list[str] = []  # of the POSTs to come: "before", "after" or ""
        patient(context).route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        connections["default"] = self.database
        asked = route.request
        address = urlsplit(asked.url)
        cut = self.cut.pop(0) if asked.method == "POST" and self.cut else ""
        linger(address.path)
        if self.is_offline or cut == "before":
            route.abort("internetdisconnected")
        elif address.path.startswith("/static/"):
            route.fulfill(path=str(finders.find(address.path.removeprefix("/static/"))))
        elif address.path in self.broken:
            route.fulfill(status=self.broken[address.path], content_type="text/html", body="<h1>nginx</h1>")
        elif said := self._said(asked):
            if cut == "after":
                route.abort("connectionreset")
            else:
                names = ("Content-Type", "Location", "Cache-Control")
                kept = {name: said.headers[name] for name in names if name in said.headers}
                route.fulfill(status=said.status_code, headers=kept, body=said.content)

    def _said(self, asked: Any) -> Any:
        names = {"X-Requested-With": "x-requested-with", "X-Operation": "x-operation"}
        headers = {name: asked.headers[known] for name, known in names.items() if known in asked.headers}
        kind = asked.headers.get("content-type", "application/octet-stream")
        path = asked.url.removeprefix(SITE).partition("#")[0]
        data = asked.post_data_buffer or b""
        said: Any = self.client.generic(asked.method, path, data, kind, headers=headers)
        if asked.is_navigation_request() and said.status_code == 302:  # where a browser would go on to
            said = self.client.get(said.headers["Location"])
        return said

    def offline(self, is_offline: bool) -> None:
        """Takes the network away, or gives it back."""
        self.is_offline = is_offline
        self.context.set_offline(is_offline)

    def tab(self, path: str) -> Page:
        """A tab on a page of the site."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(SITE + path)
        return page
