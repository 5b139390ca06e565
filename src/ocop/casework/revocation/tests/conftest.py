"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.revocation.tests.cast import Cases


@pytest.fixture
def cases(cast: object, at: datetime) -> Cases:
    """Certified products and the people around them."""
    return Cases(cast, at)
