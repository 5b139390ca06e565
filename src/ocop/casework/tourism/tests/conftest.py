"""The stage of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.support.tests.conftest import refused  # noqa: F401 - a fixture of these tests too
from ocop.casework.tourism.tests.cast import Valley


@pytest.fixture
def valley(cast: object, at: datetime) -> Valley:
    """The people around a village."""
    return Valley(cast, at)
