"""Bar codes of GS1 (GTIN): 8, 12, 13 or 14 digits of which the last one checks the others."""

from __future__ import annotations

LENGTHS = frozenset({8, 12, 13, 14})


def is_gtin(code: str) -> bool:
    """Whether the digits are a bar code of GS1: their weighted sum ends in nought."""
    if len(code) not in LENGTHS or not (code.isascii() and code.isdigit()):
        return False
    weighted = (int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(code)))
    return sum(weighted) % 10 == 0


def same_gtin(code: str) -> list[str]:
    """The ways in which one bar code is written: with and without leading noughts."""
    whole = code.zfill(14)
    return [whole[-length:] for length in sorted(LENGTHS) if not whole[:-length].strip("0")]
