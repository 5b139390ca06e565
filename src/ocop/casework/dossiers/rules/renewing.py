"""Evaluating again what is recognised: when a re-evaluation is filed, what each kind says anew, what a result
changes (Decision 26/2026, articles 6(1)(b) and (c), 7(5), 7(6)(a); R26-17, R26-18, R26-35, R26-36).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ocop.casework.dossiers.rules.kinds import DossierKind
from ocop.kernel.calendar import renewal_window

HIGHEST = 5
BEFORE_WINDOW = timedelta(days=90)
"""How long before its window a re-evaluation may be prepared. The law says nothing of preparing: it is this
system's own choice, so that a forgotten draft does not stand in the way of an upgrade for years.
"""


class Heading(StrEnum):
    """What a re-evaluation says anew, in the order of article 6(1)(c)."""

    MATERIALS = "materials"
    TECHNOLOGY = "technology"
    PACKAGING = "packaging"
    LABEL = "label"
    QUALITY = "quality"
    TESTS = "tests"
    MARKETS = "markets"
    OUTPUT = "output"
    REVENUE = "revenue"


class Timing(StrEnum):
    """How a filing lies to its window."""

    EARLY = "early"
    IN_TIME = "in_time"
    LATE = "late"


@dataclass(frozen=True)
class Window:
    """The days of a re-evaluation: prepared from `sight`, filed from `opens` to `closes`, both included."""

    sight: date
    opens: date
    closes: date

    def timing(self, on: date) -> Timing:
        """How a filing on this day lies to the window. A late one is taken, and marked (R26-36, R26-50)."""
        if on < self.opens:
            return Timing.EARLY
        return Timing.IN_TIME if on <= self.closes else Timing.LATE


def window_of(expires_on: date) -> Window:
    """The days of the re-evaluation of a certificate with this last day, from the regulation's data."""
    opens, closes = renewal_window(expires_on)
    return Window(opens - BEFORE_WINDOW, opens, closes)


@dataclass(frozen=True)
class Said:
    """What was said under a heading: a text, or that nothing changed."""

    text: str = ""
    is_unchanged: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nothing was said yet."""
        return not self.is_unchanged and not self.text.strip()


def open_headings(said: Mapping[str, Said]) -> list[Heading]:
    """The headings under which neither a text nor "unchanged" stands."""
    return [heading for heading in Heading if said.get(heading, Said()).is_open]


def changes_nothing(kind: str, stars: int | None, before: int | None) -> bool:
    """Whether a result leaves the recognition as it is: an upgrade that does not reach more stars than the
    product has (article 7(5), R26-35).
    """
    return kind == DossierKind.UPGRADE and before is not None and (stars or 0) <= before


def ended(papers: Iterable[tuple[str, date | None]], on: date) -> list[str]:
    """The papers, by title, whose last day is over on a day (R26-18)."""
    return [title for title, last in papers if last is not None and last < on]
