"""The desk of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import translation

from ocop.casework.certificates.tests.cast import Desk


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """A page asked for in English must not leave its language to the next test."""
    with translation.override("vi"):
        yield


@pytest.fixture
def desk(cast: object, at: datetime) -> Desk:
    """A closed meeting and the people around it."""
    return Desk(cast, at)
