"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.objections.tests.cast import Told


@pytest.fixture
def told(cast: object, at: datetime) -> Told:
    """A result that was told, and the people around it."""
    return Told(cast, at)
