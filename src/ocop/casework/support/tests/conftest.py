"""The desk of these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from ocop.casework.support.tests.cast import Desk
from ocop.foundation.refusals import Refused


@pytest.fixture
def desk(cast: object, at: datetime) -> Desk:
    """The people around the help, and this year's plan."""
    return Desk(cast, at)


@pytest.fixture
def refused() -> Callable[[Callable[[], object]], str]:
    """Asks for the code of the refusal that a call must end in."""

    def ask(call: Callable[[], object]) -> str:
        with pytest.raises(Refused) as info:
            call()
        return info.value.refusal.code

    return ask
