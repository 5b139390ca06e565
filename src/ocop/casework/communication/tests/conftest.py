"""The newsroom of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.communication.tests.cast import Newsroom


@pytest.fixture
def room(cast: object, at: datetime) -> Newsroom:
    """People, and how they make pages and plans."""
    return Newsroom(cast, at)
