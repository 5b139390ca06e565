"""Changes to the plain values of a regulation folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# the sections of the small set
A, B, C = "parts.A.sections.0", "parts.B.sections.0", "parts.C.sections.0"


def _steps(path: str) -> list[str | int]:
    """Steps of a path; a stroke stands for the dot inside a key (look/1)."""
    return [int(step) if step.isdecimal() else step.replace("/", ".") for step in path.split(".")]


def at(path: str, value: object) -> Callable[[Any], None]:
    """A change that sets the value at a path like parts.A.max, or takes it away where the value is ..."""

    def change(values: Any) -> None:
        *steps, last = _steps(path)
        for step in steps:
            values = values[step]
        if value is ...:
            del values[last]
        else:
            values[last] = value

    return change


def many(*changes: Callable[[Any], None]) -> Callable[[Any], None]:
    return lambda values: [change(values) for change in changes] and None


def add(path: str, value: object) -> Callable[[Any], None]:
    def change(values: Any) -> None:
        for step in _steps(path):
            values = values[step]
        values.append(value)

    return change
