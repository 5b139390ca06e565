"""Whether the data is what was pinned: every mark, band, ground, period and point of it."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.kernel.law.integrity.mismatch import Mismatch
from ocop.kernel.law.model import Regulation


def find_pin_mismatches(regulation: Regulation) -> Iterator[Mismatch]:
    """Every file that is not as the last release has it. No anomaly explains that.

    None of a folder without a release file: it is not pinned, which is no fault.
    """
    if regulation.pins is None or regulation.fingerprint == regulation.pins.last.fingerprint:
        return
    pinned, on = regulation.pins.files, regulation.pins.last.on.isoformat()
    names = sorted(regulation.files.keys() | pinned.keys())
    differing = [name for name in names if regulation.files.get(name) != pinned.get(name)]
    for name in differing:
        yield Mismatch("pinned", None, name, _what(name, regulation, on))
    if not differing:
        text = f"its fingerprint is not that of its own list of files, pinned {on}"
        yield Mismatch("pinned", None, "release.json", text)


def _what(name: str, regulation: Regulation, on: str) -> str:
    assert regulation.pins is not None  # noqa: S101 - asked by the caller
    if name not in regulation.files:
        return f"is gone since the release pinned {on}"
    if name not in regulation.pins.files:
        return f"was added since the release pinned {on}"
    return f"is not what was pinned {on}"
