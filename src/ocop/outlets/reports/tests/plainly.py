"""What counts mean, said plainly over rows in memory: the database is asked the same, and answers alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar import certificate_expiry, renewal_window
from ocop.registers.products.rules.kinds import Kind


@dataclass(frozen=True)
class Term:
    """One recognition of a product. Where its day is not known, `year` alone is;
    `is_gone`: revoked or annulled.
    """

    product: int
    recognition: int
    year: int
    decided_on: date | None = None
    expires_on: date | None = None
    kind: str = ""
    is_gone: bool = False
    stars: int | None = None

    @property
    def end_year(self) -> int:
        """The year in which its term ends;
        where only the year of the recognition is known, the latest it can be.
        """
        return (self.expires_on or certificate_expiry(date(self.year, 12, 31))).year

    def is_counted_by(self, on: date) -> bool:
        """Whether it was there on a day; one of which only the year is known is there all that year."""
        return self.decided_on <= on if self.decided_on else self.year <= on.year


@dataclass(frozen=True)
class Due:
    """A recognition whose term ends, and the one that renewed it, if any; `is_last`: nothing followed it."""

    term: Term
    renewal: Term | None
    is_last: bool = False


def due_terms(terms: Iterable[Term], year: int, on: date) -> list[Due]:
    """What is due in `year`: terms that end in it, and those that ended before and were not renewed before it
    began.

    A recognition from the opening of the window on, or of the kind renewal, renews; an earlier one (an
    upgrade) replaces, so that nothing is due. `renewal` is the one dated by `on` and no later than `year`.
    What was revoked or annulled is never due, and renews nothing if annulled: leave annulled recognitions out
    of `terms`.
    """
    by_product: dict[int, list[Term]] = defaultdict(list)
    for term in terms:
        by_product[term.product].append(term)
    found = []
    for line in by_product.values():
        line.sort(key=_order)
        for place, term in enumerate(line):
            follower = line[place + 1] if place + 1 < len(line) else None
            if _is_due(term, follower, year):
                renewal = (
                    follower if follower and follower.year <= year and follower.is_counted_by(on) else None
                )
                found.append(Due(term, renewal, follower is None))
    return sorted(found, key=lambda due: _order(due.term))


def _order(term: Term) -> tuple[int, date, int]:
    return term.year, term.decided_on or date(term.year, 12, 31), term.recognition


def _is_due(term: Term, follower: Term | None, year: int) -> bool:
    if term.is_gone or term.end_year > year:
        return False
    if follower is None:
        return True
    if _replaces(term, follower):
        return False
    return term.end_year == year or follower.year >= year


def _replaces(term: Term, follower: Term) -> bool:
    """Whether a later recognition came so early that the first one was never due."""
    if follower.kind == Kind.RENEWAL:
        return False
    if follower.decided_on and term.expires_on:
        return follower.decided_on < renewal_window(term.expires_on)[0]
    return follower.year < term.end_year
