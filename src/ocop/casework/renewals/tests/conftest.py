"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.renewals.tests.cast import Terms


@pytest.fixture
def terms(cast: object, at: datetime) -> Terms:
    """Recognitions that end, and the people around them."""
    return Terms(cast, at)
