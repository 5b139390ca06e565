"""A site in a thread and a tab of Chromium, for tests that need a real browser but no province."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("OCOP_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

# left out where there is no Chromium, but not where everything must run
needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and not os.environ.get("CI"), reason="needs Chromium"),
    pytest.mark.filterwarnings("ignore:No directory at"),
]


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
    tab = context.new_page()
    tab.faults = []  # type: ignore[attr-defined]
    tab.on("console", lambda said: said.type == "error" and tab.faults.append(said.text))  # type: ignore[attr-defined]
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))  # type: ignore[attr-defined]
    yield tab
    context.close()
