"""Units by what people type: without marks, by old names, by names of districts that are no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from ocop.foundation.places.models import Place, Succession
from ocop.foundation.places.rules import holds, words_to_find
from ocop.foundation.places.selectors.units import by_name, communes_of, today_of_each

MOST_FOUND = 30


@dataclass(frozen=True)
class Found:
    """A unit that was looked for, and the units that stand on its ground on the date asked."""

    place: Place
    today: tuple[Place, ...]

    @property
    def stands(self) -> bool:
        """Whether the unit found is itself the one of today."""
        return self.today == (self.place,)


def find(
    text: str, on: date, *, level: str | None = None, within: Place | None = None, most: int = MOST_FOUND
) -> list[Found]:
    """Units past and present that answer to `text`, best first, each with what stands there on `on`.

    Marks, case and the usual short forms do not matter; names of districts and provinces narrow the search.
    `level` keeps units of one level, `within` those whose ground lies in that province on `on`.
    """
    words = words_to_find(text)
    if not words:
        return []
    units = list(_matching(words, text, on, level)[: most if within is None else None])
    today = today_of_each(units, on)
    found = [Found(unit, tuple(today[unit.pk])) for unit in units if unit.valid_from <= on]
    if within is not None:
        found = [one for one in found if any(unit.is_within(within) for unit in one.today)]
    return found[:most]


def _matching(words: list[str], text: str, on: date, level: str | None) -> QuerySet[Place]:
    """Units whose own name has every word;
    where none has, units with a word in their name and the rest around it.
    """
    units = Place.objects.with_parents()
    if level is not None:
        units = units.filter(level=level)
    own = units.filter(_all("name_text", words))
    if not own.exists():
        own = units.filter(_all("search_text", words)).filter(_any("name_text", words))
    return own.annotate(rank=_rank(words, text, on)).order_by("-rank", "code", "valid_from")


def _rank(words: list[str], text: str, on: date) -> Combinable:
    """Written exactly so; then more words in the name; then words in their order, the whole name;
    then what stands.
    """
    rank = _score(Q(name__iexact=text.strip()), 16) + _score(
        Q(name_text__contains=f"; {' '.join(words)} ;"), 4
    )
    for word in set(words):
        rank += _score(_has("name_text", word), 8)
    for pair in pairwise(words):
        rank += _score(Q(name_text__contains=f" {' '.join(pair)}"), 4)
    return rank + _score(Q(valid_to__isnull=True) | Q(valid_to__gte=on), 2)


def _score(condition: Q, points: int) -> Combinable:
    return Case(When(condition, then=Value(points)), default=Value(0), output_field=IntegerField())


def _all(column: str, words: list[str]) -> Q:
    return Q(*[_has(column, word) for word in dict.fromkeys(words)])


def _any(column: str, words: list[str]) -> Q:
    condition = Q()
    for word in words:
        condition |= _has(column, word)
    return condition


def _has(column: str, word: str) -> Q:
    """The start of a word is enough; a number is a code or part of a name, and then the whole of it."""
    return Q(**{f"{column}__contains": f" {word} " if word.isdigit() else f" {word}"})


def find_communes(text: str, province: Place | str, on: date) -> list[Place]:
    """The communes of a province on `on` that answer to `text`: by their own names, or by that of an old
    commune or district that they took over; failing that, by words from several of these names. All where
    nothing was typed.
    """
    words = words_to_find(text)
    communes = communes_of(province, on)
    took_over = Succession.objects.filter(_all("old__search_text", words)).values("new")
    found = by_name(communes.filter(_all("name_text", words) | Q(pk__in=took_over)))
    found = found or by_name(communes.filter(_all("search_text", words)))
    return sorted(found, key=lambda unit: -sum(holds(unit.name_text, [word]) for word in words))


@dataclass(frozen=True)
class Choice:
    """A commune of today, and the old units through which it answers to what was typed."""

    place: Place
    through: tuple[Place, ...]


def choices_of(province: str, text: str, on: date) -> list[Choice]:
    """`find_communes` with the old communes and districts that matched,
    each of another name than the commune's.
    """
    words = words_to_find(text)
    communes = find_communes(text, province, on)
    through: dict[int, dict[int, Place]] = defaultdict(dict)
    if words:
        links = Succession.objects.filter(_all("old__search_text", words), new__in=communes)
        for link in links.select_related("old__parent").order_by("old__code"):
            old, district = link.old, link.old.parent
            by_district = district is not None and holds(district.name_text, words)
            unit = district if district and by_district and not holds(old.name_text, words) else old
            through[link.new_id][unit.pk] = unit
    return [_choice(one, through[one.pk].values()) for one in communes]


def _choice(commune: Place, through: Iterable[Place]) -> Choice:
    return Choice(commune, tuple(old for old in through if old.name != commune.name))
