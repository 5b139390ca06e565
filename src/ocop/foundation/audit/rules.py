"""How an act becomes a link of the chain. Pure: what is hashed, and how a stored chain is checked."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ocop.kernel.canonical import chain

GENESIS = "0" * 64
MARK_BYTES = 16

Marks = dict[str, str | None]
"""Of one row the mark of each column that an act wrote; None for one that is free again."""


class Link(Protocol):
    """What the check needs of a stored entry."""

    sequence: int
    previous_hash: str
    hash: str

    def content(self) -> Mapping[str, Any]:
        """What the hash covers."""
        ...


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold: `kind` is gap, link, content or end."""

    sequence: int
    kind: str


def link_hash(previous_hash: str, content: Mapping[str, Any]) -> str:
    """The hash of an entry: SHA-256 over the hash before it and its own canonical content."""
    return chain(previous_hash, dict(content))


def first_break(links: Iterable[Link], end: tuple[int, str] | None = None) -> Break | None:
    """The first entry that is missing, out of place or altered; None where the whole chain holds. `end` is
    the last number and hash as they were written down beside the chain.
    """
    previous = GENESIS
    expected = 1
    for link in links:
        if link.sequence != expected:
            return Break(expected, "gap")
        if link.previous_hash != previous:
            return Break(link.sequence, "link")
        if link.hash != link_hash(previous, link.content()):
            return Break(link.sequence, "content")
        previous = link.hash
        expected += 1
    return None if end in (None, (expected - 1, previous)) else Break(expected, "end")


def mark(kind: str, key: str, column: str, value: str | None) -> str:
    """The mark of one value in its place: 128 bits of SHA-256, in 22 letters. Nobody finds another value with
    the same mark, and the same value elsewhere has another.
    """
    parts = (kind, key, column, *(() if value is None else (value,)))
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return urlsafe_b64encode(digest[:MARK_BYTES]).decode().rstrip("=")
