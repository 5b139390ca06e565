"""One unit by code and date, what is inside it, what followed it, what it was before,
and its official name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from ocop.foundation.places.models import Place, PlaceQuerySet, Succession
from ocop.foundation.places.rules import Level
from ocop.kernel.text import fold, vietnamese_key

MOST_FORMER = 5
"""Units of one name that are no more: there was more than one Tân Lập."""


def place(code: str, level: str, on: date) -> Place | None:
    """The unit that bore this code at this level on `on`, its parents loaded; None where none did.

    Before 1 July 2025 only the units of old Lào Cai (10) and old Yên Bái (15) are known.
    """
    return Place.objects.existing_on(on).with_parents().filter(level=level, code=code).first()


def provinces(on: date) -> list[Place]:
    """The provinces standing on `on`, in the order of the alphabet."""
    return by_name(Place.objects.existing_on(on).filter(level=Level.PROVINCE))


def communes_of(province: Place | str, on: date) -> PlaceQuerySet:
    """The communes standing on `on` inside a province (its code will do), by code, their parents loaded."""
    code = province if isinstance(province, str) else province.code
    return Place.objects.existing_on(on).filter(level=Level.COMMUNE).in_province(code).with_parents()


def today_of(unit: Place, on: date) -> list[Place]:
    """The units that stand on the ground of `unit` on `on`: itself, or what followed it. Empty before its
    time.

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
    later = (
        today_of_each({one.pk: one for each in followed.values() for one in each}.values(), on)
        if followed
        else {}
    )
    for key, followers in followed.items():
        whole = {one.pk: one for follower in followers for one in later[follower.pk]}
        answer[key] = sorted(whole.values(), key=lambda one: vietnamese_key(one.name))
    return answer


def standing_today(keys: Iterable[int], on: date) -> dict[int, Place]:
    """What stands where each unit (by id) was: itself, or the one that followed it;
    the old unit where several did, because nobody knows in which of them a thing lies.
    """
    units = Place.objects.with_parents().in_bulk(set(keys))
    after = today_of_each(units.values(), on)
    return {key: after[key][0] if len(after[key]) == 1 else unit for key, unit in units.items()}


def units_of_today(places: QuerySet[Place], on: date) -> QuerySet[Place]:
    """The standing units on whose ground these places lie, each once, by name: to choose from."""
    ends = dict(places.order_by().values_list("pk", "valid_to"))
    ended = {key for key, end in ends.items() if end is not None and end < on}
    followers = {one.pk for one in standing_today(ended, on).values()} if ended else set()
    return (
        Place.objects.existing_on(on).filter(pk__in=(ends.keys() - ended) | followers).order_by("name", "pk")
    )


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
    return by_name(Place.objects.filter(parent=unit))


def former(name: str, on: date) -> list[tuple[Place, list[Place]]]:
    """Communes and districts of exactly this name, with or without marks, that are no more, each with what
    stands on its ground; not those of which the name lives on there alone.
    """
    text = " ".join(fold(name).split())
    if not text:
        return []
    rows = Place.objects.with_parents().filter(name_text__contains=f"; {text} ;", valid_to__lt=on)
    ended = list(rows.exclude(level=Level.PROVINCE).order_by("-valid_to", "code")[:MOST_FORMER])
    today = today_of_each(ended, on)
    return [(one, today[one.pk]) for one in ended if [unit.name for unit in today[one.pk]] != [one.name]]


def same_code(unit: Place) -> list[Place]:
    """Units of another name that bore the same code at this level at another time."""
    return list(Place.objects.filter(level=unit.level, code=unit.code).exclude(name=unit.name).with_parents())


def full_name(unit: Place, on: date | None = None) -> str:
    """The official Vietnamese name, `xã Bản Lầu, tỉnh Lào Cai`,
    with its kind on `on` (by default the latest).
    """
    return ", ".join(f"{kind_on(part, on)} {part.name}" for part in unit.lineage)


def kind_on(unit: Place, on: date | None) -> str:
    """What the unit was called on `on`: a commune that became a ward was a commune until then."""
    if on is not None and unit.kind_since is not None and on < unit.kind_since:
        return unit.kind_before
    return unit.kind


def names_for_search(unit: Place) -> str:
    """Folded names under which the unit is looked for:
    its own, those around it, and those of all that it took over.
    """
    return unit.search_text


def words_of(unit: Place | None) -> str:
    """The words by which rows that lie there are found, as `kernel.text.searchable` keeps them."""
    return unit.words if unit else ""


def by_name(units: QuerySet[Place]) -> list[Place]:
    """In the order of the Vietnamese alphabet, whatever the kind."""
    return sorted(units, key=lambda unit: vietnamese_key(unit.name))


def reaching(place: Place, day: date) -> set[int]:
    """The ids of every place whose offices reach this one that day:
    itself, what holds it, and their successors.
    """
    today = [] if place.valid_to is None else today_of(place, day)
    return {pk for unit in (place, *today) for pk in _upwards(unit)}


def _upwards(place: Place) -> Iterator[int]:
    """The place and every unit that holds it."""
    unit: Place | None = place
    while unit is not None:
        yield unit.pk
        unit = unit.parent if unit.parent_id else None
