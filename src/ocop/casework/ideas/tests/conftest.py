"""The scene of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import translation

from ocop.casework.dossiers.tests.cast import Scene


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """Each test begins in Vietnamese, whatever language the page of another one spoke."""
    with translation.override("vi"):
        yield


@pytest.fixture
def scene(cast: object, at: datetime) -> Scene:
    """Lan's dried pineapple, with officers around it."""
    return Scene(cast, at)
