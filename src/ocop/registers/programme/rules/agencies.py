"""How an agency signs its papers: its symbol, and the lines above a name."""

from __future__ import annotations

import re

_SMALL_WORDS = {"và", "của", "các"}
_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu) .*$", re.IGNORECASE)
_DEPUTY = re.compile(r"^Phó ", re.IGNORECASE)


def agency_symbol(name: str) -> str:
    """The abbreviation behind the type of a paper: “Sở Nông nghiệp và Môi trường” is SNNMT."""
    words = _PLACE.sub("", name).replace("-", " ").split()
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL_WORDS)


def signing_lines(title: str) -> list[str]:
    """The lines of authority and title: a deputy signs for the head (KT.)."""
    title = title.partition(" (")[0].strip()
    if _DEPUTY.match(title):
        head = _DEPUTY.sub("", title)
        return [f"KT. {head}", title]
    return [title]
