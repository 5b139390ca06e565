"""Browsers for tests of keeping, as fixtures: on the small site of the test's own addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserType, sync_playwright

from ocop.foundation.ui.tests import pages
from ocop.foundation.ui.tests.browsing import ARGUMENTS, CHROMIUM, Machine
from ocop.foundation.ui.tests.wire import Wire, wired


@pytest.fixture
def small_site(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site which everybody may use, as it was in the beginning."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread
    monkeypatch.setattr("ocop.foundation.ui.context._hooks", {})
    settings.PUBLIC_VIEWS = type("Everything", (), {"__contains__": lambda self, name: True})()
    pages.clear()


@pytest.fixture
def chromium(small_site: None, db: None) -> Iterator[BrowserType]:
    """Chromium, to be launched; the test keeps its connection to the database."""
    database = connections["default"]
    with sync_playwright() as player:
        connections["default"] = database
        yield player.chromium


@pytest.fixture
def opened(chromium: BrowserType) -> Iterator[Browser]:
    """A browser."""
    browser = chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def machine(opened: Browser, client: Client) -> Iterator[Machine]:
    """A phone whose requests the test client answers."""
    one = Machine(opened.new_context(locale="vi-VN", viewport={"width": 360, "height": 740}), client)
    yield one
    assert one.faults == []


@pytest.fixture
def wire(small_site: None, db: None) -> Iterator[Wire]:
    """A real server, for what the test client never sees: files on their way."""
    with wired() as one:
        yield one
