"""Enough members, for a meeting and for each product. The decree leaves the numbers to the working rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Quorum:
    """`members` may judge, `present` of them take part, `needed` must."""

    members: int
    present: int
    needed: int

    @property
    def is_met(self) -> bool:
        """Whether enough members take part."""
        return self.present >= self.needed


def quorum(members: int, present: int, share: Fraction, least: int) -> Quorum:
    """The share of the members, rounded up to a whole person, and never fewer than `least`.

    A member with a conflict counts neither among the members nor among the present.
    """
    needed = -(-members * share.numerator // share.denominator)
    return Quorum(members, present, max(needed, least))
