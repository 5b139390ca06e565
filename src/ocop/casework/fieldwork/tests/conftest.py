"""The field of these tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.fieldwork.tests.cast import Field


@pytest.fixture
def field(cast: object, at: datetime) -> Field:
    """Products to visit and the people around them."""
    return Field(cast, at)
