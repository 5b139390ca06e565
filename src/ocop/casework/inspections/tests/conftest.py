"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.inspections.tests.cast import Checks


@pytest.fixture
def checks(cast: object, at: datetime) -> Checks:
    """Certified products and the people around them."""
    return Checks(cast, at)
