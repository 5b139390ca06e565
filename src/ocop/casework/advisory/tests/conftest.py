"""The team of these tests, beside a council."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.advisory.tests.cast import Advisers
from ocop.casework.review.tests.cast import Room


@pytest.fixture
def room(cast: object, at: datetime) -> Room:
    """A council whose rules want the team's report before anything is scored."""
    return Room(cast, at, advisory_needed=True)


@pytest.fixture
def advisers(room: Room) -> Advisers:
    """A team in office."""
    return Advisers(room)
