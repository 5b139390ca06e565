"""What is asked of a count: where, when, and narrowed to what; and one record of its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, Q, QuerySet

from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of
from ocop.registers.products.models import Reckoning

if TYPE_CHECKING:
    from ocop.registers.programme.models import Target

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Record:
    """One record behind a number. `amount` is what it adds: 1, but for results recorded by hand."""

    id: str
    label: str
    address: str
    on: date | None
    detail: str = ""
    amount: int | Decimal = 1


@dataclass(frozen=True)
class Extent:
    """Where and when: `ground` are the ids of the places counted, as a subquery, `first` to `last` the days,
    both included.

    `has_unplaced`: records whose place nobody knows count too (the programme's own province looks after
    them). `is_from_new_year`: the period begins with its year and runs to today or to its end, so that
    recognitions of which only the year is known belong to it. `is_part`: one commune of what is planned for,
    so that the plan's number says nothing of it. `years` are named where it spans more than the one of
    `first`.
    """

    place: Place
    ground: QuerySet[Any]
    first: date
    last: date
    has_unplaced: bool = False
    is_from_new_year: bool = True
    is_part: bool = False
    set_numbers: tuple[int, ...] = ()
    stars_from: int | None = None
    legal_forms: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    years: tuple[int, ...] = ()
    _known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, question: Callable[[Extent], Answer]) -> Answer:
        """The answer to a module-level function of the extent, which is asked once."""
        if question not in self._known:
            self._known[question] = question(self)
        return self._known[question]

    @property
    def year(self) -> int:
        """The year that it lies in."""
        return self.first.year

    def of_place(self, path: str) -> Q:
        """Rows whose place at `path` lies on the ground."""
        here = Q(**{f"{path}__in": self.ground})
        return here | Q(**{f"{path}__isnull": True}) if self.has_unplaced else here

    def of_producer(self, prefix: str = "") -> Q:
        """Producers on the ground, of the legal forms asked for."""
        condition = self.of_place(f"{prefix}commune")
        return (
            condition & Q(**{f"{prefix}legal_form__in": self.legal_forms}) if self.legal_forms else condition
        )

    def of_product(self, prefix: str = "") -> Q:
        """Products on the ground (their own commune, else the producer's),
        of the sets and legal forms asked for.
        """
        elsewhere = Q(**{f"{prefix}commune__isnull": True}) & self.of_place(f"{prefix}producer__commune")
        condition = Q(**{f"{prefix}commune__in": self.ground}) | elsewhere
        if self.set_numbers:
            condition &= Q(**{f"{prefix}set_number__in": self.set_numbers})
        if self.legal_forms:
            condition &= Q(**{f"{prefix}producer__legal_form__in": self.legal_forms})
        return condition

    def of_reckoned(self) -> Q:
        """Reckonings of the same: each keeps where its product is and whose it is."""
        condition = self.of_place("place")
        if self.set_numbers:
            condition &= Q(set_number__in=self.set_numbers)
        return condition & Q(legal_form__in=self.legal_forms) if self.legal_forms else condition

    def of_stars(self, prefix: str = "") -> Q:
        """Recognitions from the star asked for."""
        return Q(**{f"{prefix}stars__gte": self.stars_from}) if self.stars_from else Q()

    def dated(self, prefix: str = "") -> Q:
        """Recognitions of the period, by their day, or by their year where that alone is known."""
        by_day = Q(**{f"{prefix}decided_on__gte": self.first, f"{prefix}decided_on__lte": self.last})
        if not self.is_from_new_year:
            return by_day
        years = self.years or (self.year,)
        return by_day | Q(**{f"{prefix}decided_on__isnull": True, f"{prefix}year__in": years})

    @property
    def recognition_years(self) -> tuple[int, int] | None:
        """The recognition years that a target speaks of, both included; None where it names none."""
        low, high = self.year_from or self.year_to, self.year_to or self.year_from
        return (low, high) if low is not None and high is not None else None


@dataclass(frozen=True)
class Standpoint:
    """From where a plan is looked at: the day, and for officers of a commune their commune alone."""

    on: date
    within: Place | None = None

    def of_target(self, target: Target, place: Place, year: int, *, is_home: bool) -> Extent:
        """What a target asks, cut at the day.
        `place` is that of the plan, `is_home` that it is the programme's own.
        """
        asked = target.place or place
        ground = ground_of(asked)
        if self.within is not None:
            ground = ground.filter(part__in=ground_of(self.within))
        return Extent(
            place=self.within or asked, ground=ground, first=date(year, 1, 1),
            last=min(self.on, date(year, 12, 31)),
            has_unplaced=is_home and target.place_id is None and self.within is None,
            is_part=self.within is not None,
            set_numbers=tuple(target.set_numbers), stars_from=target.stars_from,
            legal_forms=tuple(target.legal_forms), year_from=target.year_from, year_to=target.year_to,
        )  # fmt: skip


def recognised_in_years(extent: Extent, *, product: Any = None, producer: Any = None) -> Exists:
    """A product, or any product of a producer, was recognised in the years that a target speaks of."""
    low, high = extent.recognition_years or (0, 9999)
    whose = {"product": product} if product is not None else {"producer": producer}
    return Exists(Reckoning.objects.filter(is_given=True, year__gte=low, year__lte=high, **whose))
