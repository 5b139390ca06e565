"""Very many random panels, sheets and lines, where the suite asks a few: `script/bench panels`."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

from hypothesis import HealthCheck, settings

from ocop.kernel.scoring.tests import drawing

TIMES = 50
MODULES = ("test_differential", "test_properties", "test_rank_command", "test_regulations_in_force")


def bench(_folder: Path) -> dict[str, object]:
    """Which properties held; the first that does not ends it with its example."""
    settings.register_profile("many", database=None, suppress_health_check=[*HealthCheck])
    settings.load_profile("many")
    drawing.TIMES = TIMES
    start, held = time.perf_counter(), []
    for name, prove in _properties():
        prove()
        held.append(name)
    return {
        "times_the_examples_of_the_suite": TIMES,
        "properties": held,
        "seconds": round(time.perf_counter() - start, 1),
        "is_proven": held != [],
    }


def _properties() -> Iterator[tuple[str, Callable[[], None]]]:
    """Every property of the modules, once for each of its parameters."""
    for module in MODULES:
        for name, test in _tests(import_module(f"ocop.kernel.scoring.tests.{module}")):
            marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
            if not marks:
                yield name, test
            for place, value in enumerate(marks[0].args[1] if marks else ()):
                yield f"{name} {place + 1}", partial(test, **{marks[0].args[0]: value})


def _tests(module: ModuleType) -> list[tuple[str, Callable[..., None]]]:
    return inspect.getmembers(module, lambda test: getattr(test, "is_hypothesis_test", False))
