"""How an act becomes a link of the chain. Pure: what is hashed, and how a stored chain is checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ocop.kernel.canonical import chain

GENESIS = "0" * 64


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
    """The first place where a chain does not hold: `kind` is gap, link or content."""

    sequence: int
    kind: str


def link_hash(previous_hash: str, content: Mapping[str, Any]) -> str:
    """The hash of an entry: SHA-256 over the hash before it and its own canonical content."""
    return chain(previous_hash, dict(content))


def first_break(links: Iterable[Link]) -> Break | None:
    """The first entry that is missing, out of place or altered; None where the whole chain holds."""
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
    return None
