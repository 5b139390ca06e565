"""In which order products come before a council, and which numbers their samples get. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Order(StrEnum):
    """By what the agenda is put in order."""

    AS_IT_IS = "as_it_is"
    BY_SET = "by_set"
    BY_COMMUNE = "by_commune"


class Numbers(StrEnum):
    """How samples are numbered: left as they are, in the order of the agenda, or drawn."""

    AS_THEY_ARE = "as_they_are"
    IN_ORDER = "in_order"
    DRAWN = "drawn"


@dataclass(frozen=True)
class Place:
    """What the order of a product rests on; `key` never changes."""

    key: str
    set_number: int
    commune: str
    producer: str
    is_again: bool


def in_order(places: Sequence[Place], order: Order) -> list[str]:
    """The keys in the new order: products of one set (or commune) together, what is evaluated again last.
    Equal ones stay as they are.
    """
    if order == Order.AS_IT_IS:
        return [one.key for one in places]

    def rank(one: Place) -> tuple[bool, int, str, str]:
        where = (one.set_number, "") if order == Order.BY_SET else (0, one.commune)
        return one.is_again, *where, one.producer

    return [one.key for one in sorted(places, key=rank)]


def numbers(keys: Sequence[str], how: Numbers, seed: str, taken: Iterable[str] = ()) -> dict[str, str]:
    """The sample number of each product. Drawn ones follow from the seed alone, so that anybody can draw
    again.
    """
    if how == Numbers.AS_THEY_ARE:
        return {}
    if how == Numbers.DRAWN:
        keys = sorted(keys, key=lambda key: sha256(f"{seed}:{key}".encode()).hexdigest())
    used = set(taken)
    free = (f"{n:02}" for n in range(1, len(keys) + len(used) + 1) if f"{n:02}" not in used)
    return dict(zip(keys, free, strict=False))
