"""A row of a table of ideas: the kind of product it names, and what it is known again by. No database."""

from __future__ import annotations

import re

from ocop.kernel.text import fold

_SEPARATORS = re.compile(r"\s*[–—-]\s*")


def leaf_key(text: str) -> str:
    """The key of a kind of product as the template's list writes it:
    "I.1.a – Rau, củ, quả tươi" gives "I.1.a".
    """
    return _SEPARATORS.split(text.strip(), maxsplit=1)[0].strip()


def twin_key(name: str, place: int, proposer: str) -> tuple[str, int, str]:
    """Two rows with the same of these are one idea written twice."""
    return fold(name), place, fold(proposer)
