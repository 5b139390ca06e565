"""How reports of shoppers are taken: kinds, the work that a sender's device does, how many come from one
place.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from hashlib import sha256


class Misuse(StrEnum):
    """What a shopper has seen."""

    EXPIRED = "expired"
    OTHER_PRODUCT = "other_product"
    WRONG_STARS = "wrong_stars"
    QUALITY = "quality"
    OTHER = "other"


class Scope(StrEnum):
    """Whose reports are counted together."""

    MACHINE = "machine"
    SUBNET = "subnet"
    UNPROVEN = "unproven"


COUNTED_FOR = timedelta(hours=1)
MOST: dict[Scope, int] = {Scope.MACHINE: 10, Scope.SUBNET: 100, Scope.UNPROVEN: 30}
"""Reports in COUNTED_FOR from one machine, one subnet, and of everybody without the work."""
FORM_LASTS = timedelta(hours=3)
"""How long a form may stay open before it is sent."""
WORK_BITS, MOST_BITS = 16, 22
"""Zero bits that the hash must begin with: 65,000 tries, about a second on an old telephone."""
BUSY = 60
"""Reports of everybody in COUNTED_FOR from which on the work doubles, and again for each as many."""


def bits_now(recent: int, least: int = WORK_BITS) -> int:
    """How much work a form asks for, given the reports of the last while."""
    return min(max(MOST_BITS, least), least + recent // BUSY)


def is_worked(token: str, answer: str, bits: int) -> bool:
    """Whether the device has done its work: the hash of token and answer begins with so many zero bits."""
    if not answer or len(answer) > 20 or not answer.isascii() or not answer.isdecimal():
        return False
    digest = int.from_bytes(sha256(f"{token}:{answer}".encode()).digest(), "big")
    return digest >> (256 - bits) == 0
