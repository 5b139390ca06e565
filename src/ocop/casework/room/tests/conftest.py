"""The room of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone, translation

from ocop.casework.review.tests.cast import Room


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """A request for an English page leaves its language behind in this thread."""
    translation.activate("vi")


@pytest.fixture
def room(cast: object, at: datetime, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A council of four with its secretary, at the moment of the tests."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    return Room(cast, at)
