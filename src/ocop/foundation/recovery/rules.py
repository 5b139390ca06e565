"""What a code is made of, and how long and how often it may be used. Pure."""

from __future__ import annotations

import secrets
from datetime import timedelta

DIGITS = 8
LASTS = timedelta(minutes=30)
DAY = timedelta(hours=24)
MOST_FOR_ONE_PERSON = 3
"""Codes for one person in a day."""
MOST_BY_ONE_OFFICER = 20
"""Codes from one hand in a day."""
MOST_WRONG = 20
"""Wrong guesses, from everywhere together, after which a code opens nothing: one in five million is right."""


def new_code() -> str:
    """Eight digits by chance: easy to read aloud, to write down, and to type on a telephone."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def written(code: str) -> str:
    """In two groups, as people read it: 1234 5678."""
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"


def typed(text: str) -> str:
    """The digits of what was typed, with whatever spaces and hyphens."""
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())
