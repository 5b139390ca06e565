"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.annulment.tests.cast import Wrongs


@pytest.fixture
def wrongs(cast: object, at: datetime) -> Wrongs:
    """Certified products and the people around them."""
    return Wrongs(cast, at)
