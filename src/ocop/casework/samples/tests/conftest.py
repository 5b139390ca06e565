"""The stage of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.samples.tests.cast import Tests


@pytest.fixture
def lab(cast: object, at: datetime) -> Tests:
    """A dossier that waits for a meeting, and the people around it."""
    return Tests(cast, at)
