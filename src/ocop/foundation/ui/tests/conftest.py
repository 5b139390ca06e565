"""Every test begins in Vietnamese, whatever language the one before it ended in."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from ocop.foundation.ui.tests.machines import chromium, machine, opened, small_site

__all__ = ["chromium", "machine", "opened", "small_site"]


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield
