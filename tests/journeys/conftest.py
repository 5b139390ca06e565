"""One server and one browser for all journeys."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ocop.foundation.ui.tests.browsing import launched
from tests.journeys.browser import DESKTOP, Tab
from tests.journeys.server import serving


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed with the last journey; then this process can ask the database again."""
    with launched() as opened:
        yield opened


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
