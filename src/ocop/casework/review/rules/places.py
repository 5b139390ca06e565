"""Seats that take the place of others are one place: a replaced member counts once (R26-27)."""

from __future__ import annotations

from collections.abc import Mapping


def places(replaces: Mapping[int, int | None]) -> dict[int, int]:
    """Of each seat the place on the council: the first seat of its line."""
    return {seat: _first(seat, replaces) for seat in replaces}


def _first(seat: int, replaces: Mapping[int, int | None]) -> int:
    before = replaces.get(seat)
    return seat if before is None else _first(before, replaces)
