"""What is typed about a merger, read. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocop.foundation.places.actions import NewUnit
from ocop.foundation.places.rules import Kind
from ocop.kernel.text import one_line

KINDS = (Kind.COMMUNE.value, Kind.WARD.value, Kind.SPECIAL_ZONE.value)
"""What a commune is called since July 2025."""
MOST_UNITS = 20
_CODE = re.compile(r"\d{5}")


@dataclass(frozen=True)
class Unread:
    """A line that cannot be read."""

    line: str


def read_codes(text: str) -> list[str]:
    """Codes, one a line or between commas, each once and in order."""
    return list(dict.fromkeys(part.strip() for part in re.split(r"[\n,;]", text) if part.strip()))


def read_units(text: str) -> list[NewUnit | Unread]:
    """Lines of code, kind and name: `02999; xã; Bản Mới`."""
    return [_unit(line) for line in text.splitlines() if line.strip()]


def _unit(line: str) -> NewUnit | Unread:
    parts = [one_line(part) for part in line.split(";")]
    if len(parts) != 3 or not all(parts) or len(parts[2]) > 60:
        return Unread(one_line(line))
    code, kind, name = parts
    if not _CODE.fullmatch(code) or kind.lower() not in KINDS:
        return Unread(one_line(line))
    return NewUnit(code, kind.lower(), name)
