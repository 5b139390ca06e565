"""Questions about places. Every one names a date, for a code means different units at different times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from ocop.foundation.places.models import Place, PlaceQuerySet, Succession
from ocop.foundation.places.rules import Level, words_to_find
from ocop.kernel.text import vietnamese_key

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


def place(code: str, level: str, on: date) -> Place | None:
    """The unit that bore this code at this level on `on`, its parents loaded; None where none did.

    Before 1 July 2025 only the units of old Lào Cai (10) and old Yên Bái (15) are known.
    """
    return Place.objects.standing(on).with_parents().filter(level=level, code=code).first()


def provinces(on: date) -> list[Place]:
    """The provinces standing on `on`, in the order of the alphabet."""
    return _sorted(Place.objects.standing(on).filter(level=Level.PROVINCE))


def communes_of(province: Place | str, on: date) -> PlaceQuerySet:
    """The communes standing on `on` inside a province (its code will do), by code, their parents loaded."""
    code = province if isinstance(province, str) else province.code
    return Place.objects.standing(on).filter(level=Level.COMMUNE).in_province(code).with_parents()


def today_of(unit: Place, on: date) -> list[Place]:
    """The units that stand on the ground of `unit` on `on`: itself, or what followed it. Empty before its time.

    A district has no successor of its own: the communes that took over its communes answer.
    """
    return today_of_each([unit], on)[unit.pk]


def today_of_each(units: Iterable[Place], on: date) -> dict[int, list[Place]]:
    """`today_of` for many units in as many queries as for one."""
    answer: dict[int, list[Place]] = {}
    ended: dict[int, Place] = {}
    for unit in units:
        answer[unit.pk] = [unit] if unit.stands(on) else []
        if unit.valid_to is not None and unit.valid_to < on:
            ended[unit.pk] = unit
    followed = _followers(ended)
    later = today_of_each({one.pk: one for each in followed.values() for one in each}.values(), on) if followed else {}
    for key, followers in followed.items():
        whole = {one.pk: one for follower in followers for one in later[follower.pk]}
        answer[key] = sorted(whole.values(), key=lambda one: vietnamese_key(one.name))
    return answer


def _followers(ended: dict[int, Place]) -> dict[int, list[Place]]:
    """What directly followed each unit; for a district, what followed its communes."""
    found: dict[int, list[Place]] = defaultdict(list)
    if not ended:
        return found
    districts = {key for key, unit in ended.items() if unit.level == Level.DISTRICT}
    links = Succession.objects.filter(Q(old__in=ended) | Q(old__parent__in=districts))
    for link in links.select_related("old", "new__parent__parent"):
        if link.old_id in ended:
            found[link.old_id].append(link.new)
        if link.old.parent_id in districts:
            found[link.old.parent_id].append(link.new)
    return found


def formerly(unit: Place) -> list[Place]:
    """The units that `unit` took over, with their districts, by name of district and unit."""
    units = Place.objects.filter(followed_by__new=unit).with_parents()
    return sorted(units, key=lambda old: (vietnamese_key(old.parent.name if old.parent else ""), old.code))


def parts_of(unit: Place) -> list[Place]:
    """The units directly under `unit`, by name."""
    return _sorted(Place.objects.filter(parent=unit))


def same_code(unit: Place) -> list[Place]:
    """Other units that bore the same code at this level at another time."""
    return list(Place.objects.filter(level=unit.level, code=unit.code).exclude(pk=unit.pk).with_parents())


def find(
    text: str, on: date, *, level: str | None = None, within: Place | None = None, most: int = MOST_FOUND
) -> list[Found]:
    """Units past and present that answer to `text`, best first, each with what stands there on `on`.

    Marks, case and the usual short forms do not matter; names of districts and provinces narrow the search. `level`
    keeps units of one level, `within` those whose ground lies in that province on `on`.
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
    """Units whose own name has every word; where none has, units with a word in their name and the rest around it."""
    units = Place.objects.with_parents()
    if level is not None:
        units = units.filter(level=level)
    own = units.filter(_all("name_text", words))
    if not own.exists():
        own = units.filter(_all("search_text", words)).filter(_any("name_text", words))
    return own.annotate(rank=_rank(words, text, on)).order_by("-rank", "code", "valid_from")


def _rank(words: list[str], text: str, on: date) -> Combinable:
    """Written exactly so, then the whole folded name, then more words in the name, then what stands on the date."""
    name = " ".join(words)
    rank = _score(Q(name__iexact=text.strip()), 16) + _score(Q(name_text__contains=f"; {name} ;"), 4)
    for word in words:
        rank += _score(_has("name_text", word), 8)
    return rank + _score(Q(valid_to__isnull=True) | Q(valid_to__gte=on), 2)


def _score(condition: Q, points: int) -> Combinable:
    return Case(When(condition, then=Value(points)), default=Value(0), output_field=IntegerField())


def _all(column: str, words: list[str]) -> Q:
    return Q(*[_has(column, word) for word in words])


def _any(column: str, words: list[str]) -> Q:
    condition = Q()
    for word in words:
        condition |= _has(column, word)
    return condition


def _has(column: str, word: str) -> Q:
    """The start of a word is enough; a number is a code or part of a name, and then the whole of it."""
    return Q(**{f"{column}__contains": f" {word} " if word.isdigit() else f" {word}"})


def find_communes(text: str, province: Place | str, on: date) -> list[Place]:
    """The communes of a province on `on` that answer to `text`: by their own names or those of what they took over."""
    communes = communes_of(province, on).filter(_all("search_text", words_to_find(text)))
    return _sorted(communes)


@dataclass(frozen=True)
class Choice:
    """A commune of today, and the old units through which it answers to what was typed."""

    place: Place
    through: tuple[Place, ...]


def choices_of(province: str, text: str, on: date) -> list[Choice]:
    """`find_communes` with the old names that matched; every commune of the province where nothing was typed."""
    words = words_to_find(text)
    communes = find_communes(text, province, on)
    through: dict[int, list[Place]] = defaultdict(list)
    if words:
        links = Succession.objects.filter(new__in=communes, old__level=Level.COMMUNE)
        for link in links.filter(_any("old__name_text", words)).select_related("old").order_by("old__code"):
            through[link.new_id].append(link.old)
    return [Choice(one, tuple(old for old in through[one.pk] if old.name != one.name)) for one in communes]


def full_name(unit: Place, on: date | None = None) -> str:
    """The official Vietnamese name, `xã Bản Lầu, tỉnh Lào Cai`, with its kind on `on` (by default the latest)."""
    return ", ".join(f"{kind_on(part, on)} {part.name}" for part in unit.lineage)


def kind_on(unit: Place, on: date | None) -> str:
    """What the unit was called on `on`: a commune that became a ward was a commune until then."""
    if on is not None and unit.kind_since is not None and on < unit.kind_since:
        return unit.kind_before
    return unit.kind


def names_for_search(unit: Place) -> str:
    """Folded names under which the unit is looked for: its own, those around it, and those of all that it took over."""
    return unit.search_text


def _sorted(units: QuerySet[Place]) -> list[Place]:
    return sorted(units, key=lambda unit: vietnamese_key(unit.name))
