"""The stage of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.sites.tests.cast import Sites


@pytest.fixture
def sites(cast: object, at: datetime) -> Sites:
    """A cooperative, its product, and the people around it."""
    return Sites(cast, at)
