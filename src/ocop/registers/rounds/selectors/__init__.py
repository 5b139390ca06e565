"""Reads of rounds that pages and other packages share."""

from ocop.registers.rounds.selectors.limits import (
    Boundary,
    awaits_round,
    boundaries,
    ministry_rounds,
    round_for,
)
from ocop.registers.rounds.selectors.opening import RoundToOpen, rounds_to_open, waiting

__all__ = [
    "Boundary",
    "RoundToOpen",
    "awaits_round",
    "boundaries",
    "ministry_rounds",
    "round_for",
    "rounds_to_open",
    "waiting",
]
