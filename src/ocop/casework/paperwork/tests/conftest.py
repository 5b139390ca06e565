"""The office of these tests."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import translation

from ocop.casework.paperwork.tests.cast import Office


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """A request for an English page leaves its language behind in this thread."""
    translation.activate("vi")


@pytest.fixture
def office(cast: object, at: datetime) -> Office:
    """A council, its secretary, and the province's office."""
    return Office(cast, at)


@pytest.fixture
def evening(monkeypatch: pytest.MonkeyPatch, at: datetime) -> datetime:
    """The pages ask the clock; it is the evening of the meeting."""
    moment = at + timedelta(hours=4)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    return moment
