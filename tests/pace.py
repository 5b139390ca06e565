"""How a process of tests is set up to waste no time: the collector of garbage, and the stack of Python."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from _pytest import runner


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collector need not look at it again with every page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _roomy(work: Callable[..., object], *given: object) -> object:
    """Calls, on a piece of stack that is large enough for all that is called from there.

    Python takes its stack in pieces of 16 kB and gives each back at once: where the frames of a page lie
    across the end of one, every small call there asks the system for memory, a fifth of the whole time.
    """
    return work(*given)


_roomy.__code__ = _roomy.__code__.replace(co_stacksize=40_000)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """A test with its fixtures, on a roomy stack."""
    return _roomy(runner.pytest_runtest_protocol, item, nextitem)
