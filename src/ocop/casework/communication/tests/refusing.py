"""Asking an action for its refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ocop.foundation.refusals import Refused


def refused(call: Callable[[], object]) -> str:
    """The code of the refusal that the call must end in."""
    with pytest.raises(Refused) as info:
        call()
    return info.value.refusal.code
