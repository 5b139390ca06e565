"""The scene of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.dossiers.tests.cast import Scene


@pytest.fixture
def scene(cast: object, at: datetime) -> Scene:
    """Lan's dried pineapple, with officers around it."""
    return Scene(cast, at)
