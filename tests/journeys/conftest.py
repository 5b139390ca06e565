"""One server and one browser for all journeys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.browser import ARGUMENTS, DESKTOP, Tab
from tests.journeys.server import serving


def chromium() -> str | None:
    """Where Chromium is, or None."""
    return os.environ.get("OCOP_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; without it the journeys are left out, except where everything must run.

    Closed with the last journey: no database can be asked in a process in which the player's loop still turns.
    """
    path = chromium()
    if path is None and not os.environ.get("CI"):
        pytest.skip("needs Chromium")
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="package")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the pictures of pages go; the folder is named at the end."""
    given = os.environ.get("OCOP_PICTURES")
    folder = Path(given).resolve() if given else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    print(f"\nPictures of the pages: {folder}")  # noqa: T201  for whoever looks at them


@pytest.fixture
def tab(browser: Browser, site: str, pictures: Path) -> Iterator[Callable[..., Tab]]:
    """Opens tabs: `tab("chuthe1", PHONE)` is signed in, `tab()` is a stranger."""
    opened: list[Tab] = []

    def open_tab(username: str = "", size: tuple[int, int] = DESKTOP) -> Tab:
        one = Tab(browser, site, pictures, size)
        opened.append(one)
        if username:
            one.sign_in(username)
        return one

    yield open_tab
    for one in opened:
        one.close()
