"""The desk of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.certificates.tests.cast import Desk


@pytest.fixture
def desk(cast: object, at: datetime) -> Desk:
    """A closed meeting and the people around it."""
    return Desk(cast, at)
