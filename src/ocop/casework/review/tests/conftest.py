"""The room of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.review.tests.cast import Room


@pytest.fixture
def room(cast: object, at: datetime) -> Room:
    """A council of four with its secretary."""
    return Room(cast, at)
