"""Very many random panels, sheets and lines, whatever the suite asks of a few: `script/bench panels`."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

from hypothesis import HealthCheck, settings

from ocop.kernel.scoring.tests import (
    test_differential,
    test_properties,
    test_rank_command,
    test_regulations_in_force,
)

EXAMPLES = 2_000
MODULES = (test_differential, test_properties, test_rank_command, test_regulations_in_force)
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=False,
    suppress_health_check=[*HealthCheck],
)


def bench(_folder: Path) -> dict[str, object]:
    """Which properties held, each for so many examples; the first that does not ends it with its example."""
    start, held = time.perf_counter(), []
    for name, prove in _properties():
        prove()
        held.append(name)
    return {
        "examples_each": EXAMPLES,
        "properties": held,
        "seconds": round(time.perf_counter() - start, 1),
        "is_proven": len(held) == len(list(_properties())) > 0,
    }


def _properties() -> Iterator[tuple[str, Callable[[], None]]]:
    """Every property of the modules, once for each of its parameters."""
    for module in MODULES:
        for name, test in _hypotheses(module):
            marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
            if not marks:
                yield name, MANY(test)
            for value in marks[0].args[1] if marks else ():
                given = {marks[0].args[0]: value}
                yield f"{name} {value.number}", partial(MANY(test), **given)


def _hypotheses(module: ModuleType) -> list[tuple[str, Callable[..., None]]]:
    found = inspect.getmembers(module, lambda test: getattr(test, "is_hypothesis_test", False))
    return [(name, test) for name, test in found if name.startswith("test_")]
