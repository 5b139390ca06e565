"""The chain by itself: what a link covers, and where a chain first does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import pytest

from ocop.foundation.audit.rules import GENESIS, Break, first_break, link_hash


@dataclass(frozen=True)
class Stored:
    sequence: int
    previous_hash: str
    act: str
    hash: str

    def content(self) -> Mapping[str, Any]:
        return {"act": self.act, "sequence": self.sequence}


def stored(*acts: str) -> list[Stored]:
    """A chain of these acts."""
    made: list[Stored] = []
    for sequence, act in enumerate(acts, start=1):
        before = made[-1].hash if made else GENESIS
        one = Stored(sequence, before, act, "")
        made.append(replace(one, hash=link_hash(before, one.content())))
    return made


def altered(links: list[Stored], place: int, **fields: Any) -> list[Stored]:
    return [replace(link, **fields) if at == place else link for at, link in enumerate(links)]


def test_a_link_is_the_hash_before_it_and_its_own_content() -> None:
    own = sha256('{"act":"nhận"}'.encode()).hexdigest()
    whole = sha256(f'["{"0" * 64}","{own}"]'.encode()).hexdigest()
    assert link_hash(GENESIS, {"act": "nhận"}) == whole


@pytest.mark.parametrize("acts", [(), ("nộp",), ("nộp", "nhận", "trả")])
def test_a_whole_chain_has_no_fault(acts: tuple[str, ...]) -> None:
    assert first_break(stored(*acts)) is None


CHAIN = stored("nộp", "nhận", "trả", "nộp lại")


@pytest.mark.parametrize(
    ("links", "fault"),
    [
        (CHAIN[1:], Break(1, "gap")),
        (CHAIN[:1] + CHAIN[2:], Break(2, "gap")),
        (CHAIN[:3] + CHAIN[2:], Break(4, "gap")),
        (altered(CHAIN, 0, previous_hash="1" * 64), Break(1, "link")),
        (altered(CHAIN, 2, previous_hash=CHAIN[0].hash), Break(3, "link")),
        (altered(CHAIN, 1, act="không nhận"), Break(2, "content")),
        (altered(CHAIN, 3, hash="f" * 64), Break(4, "content")),
        (altered(altered(CHAIN, 3, act="x"), 1, act="x"), Break(2, "content")),
    ],
)
def test_the_first_break(links: list[Stored], fault: Break) -> None:
    assert first_break(links) == fault
