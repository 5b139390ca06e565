"""Loading the register of places, and mergers that it does not know yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from ocop.foundation.places.models import Ground, Place, Succession
from ocop.foundation.places.rules import Level, searchable
from ocop.foundation.places.selectors import grounds_now
from ocop.foundation.places.tables import Key, Register, Unit
from ocop.kernel.text import searchable as words_to_find_by

CHUNK = 500
FIELDS = (
    *("kind", "name", "parent_id", "valid_to", "kind_before", "kind_since"),
    *("latitude", "longitude", "area_km2", "name_text", "search_text", "words"),
)


_followers: list[Callable[[], object]] = []


def register_follower(follow: Callable[[], object]) -> None:
    """Lets a package above bring what it keeps of places up to date after a load that changed some."""
    _followers.append(follow)


@dataclass
class Loaded:
    """What a load did, in units."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class NewUnit:
    """A unit that a merger brings: code, what stands before its name, and the name."""

    code: str
    kind: str
    name: str


@transaction.atomic
def load(*, register: Register | None = None) -> Loaded:
    """Brings the stored places to what the register says.
    Again: changes nothing; units it does not name stay.
    """
    register = register or Register()
    stored = {_key(place): place for place in Place.objects.all()}
    ended = _ended_by_entry(register)
    loaded = Loaded()
    for level in Level:
        units = [unit for unit in register.units if unit.level == level]
        _save_level(units, stored, loaded, ended)
    links = [
        Succession(old=stored[old.key], new=stored[new.key], on=on) for old, new, on in register.successions
    ]
    Succession.objects.bulk_create(links, ignore_conflicts=True)
    survey()
    if loaded.created or loaded.changed:
        follow_places()
    return loaded


@transaction.atomic
def survey() -> None:
    """Writes whose ground lies on whose as it follows from places and successions now: after every change of
    either.
    """
    kept = {(unit, part): pk for pk, unit, part in Ground.objects.values_list("pk", "unit_id", "part_id")}
    now = grounds_now()
    gone = [pk for pair, pk in kept.items() if pair not in now]
    for start in range(0, len(gone), CHUNK):
        Ground.objects.filter(pk__in=gone[start : start + CHUNK]).delete()
    new = sorted(now - kept.keys())
    Ground.objects.bulk_create((Ground(unit_id=unit, part_id=part) for unit, part in new), batch_size=CHUNK)


def _ended_by_entry(register: Register) -> dict[Key, date | None]:
    """The last days of units that a merger ended of which the tables know nothing (`merge`): a load keeps
    them.
    """
    known = {(old.key, new.key) for old, new, _on in register.successions}
    links = Succession.objects.select_related("old", "new")
    return {
        _key(link.old): link.old.valid_to for link in links if (_key(link.old), _key(link.new)) not in known
    }


@transaction.atomic
def merge(*, olds: Sequence[Place], news: Sequence[NewUnit], on: date) -> list[Place]:
    """Ends units the day before `on` and begins those that follow them, each taking over each. Who calls has
    asked whether this can be. What packages above keep of places is brought up to date by `follow_places`.
    """
    parent = olds[0].parent
    made = []
    for unit in news:
        names = [unit.name, f"{unit.kind} {unit.name}", unit.code]
        above = [f"{one.kind} {one.name}" for one in (parent.lineage if parent else [])]
        texts = [searchable([*names, *above]), *(old.search_text for old in olds)]
        words = [words_to_find_by(*names, *above), *(old.words for old in olds)]
        made.append(
            Place.objects.create(
                level=Level.COMMUNE, code=unit.code, kind=unit.kind, name=unit.name, parent=parent,
                valid_from=on, name_text=searchable(names), search_text=_joined(texts, ";"),
                words=" ".join(dict.fromkeys(word for text in words for word in text.split())),
            )
        )  # fmt: skip
    Place.objects.filter(pk__in=[old.pk for old in olds]).update(valid_to=on - timedelta(days=1))
    Succession.objects.bulk_create(Succession(old=old, new=new, on=on) for old in olds for new in made)
    survey()
    return made


def _joined(texts: Iterable[str], mark: str) -> str:
    """Searchable texts as one, each part once."""
    parts = dict.fromkeys(part.strip() for text in texts for part in text.split(mark) if part.strip())
    return mark + "".join(f" {part} {mark}" for part in parts)


def follow_places() -> None:
    """Brings what packages above keep of places up to date: on the day a merger begins to hold."""
    for follow in _followers:
        follow()


def _save_level(
    units: list[Unit], stored: dict[Key, Place], loaded: Loaded, ended: dict[Key, date | None]
) -> None:
    """Writes the units of one level; those above them are stored already."""
    new: list[Place] = []
    changed: list[Place] = []
    for unit in units:
        values = _values(unit, stored)
        if unit.key in ended:
            values["valid_to"] = ended[unit.key]
        place = stored.get(unit.key)
        if place is None:
            place = stored[unit.key] = Place(
                level=unit.level, code=unit.code, valid_from=unit.valid_from, **values
            )
            new.append(place)
        elif any(getattr(place, name) != value for name, value in values.items()):
            changed.append(place)
            for name, value in values.items():
                setattr(place, name, value)
    Place.objects.bulk_create(new)
    Place.objects.bulk_update(changed, [name.removesuffix("_id") for name in FIELDS], batch_size=50)
    loaded.created += len(new)
    loaded.changed += len(changed)
    loaded.unchanged += len(units) - len(new) - len(changed)


def _values(unit: Unit, stored: dict[Key, Place]) -> dict[str, Any]:
    values = {name: getattr(unit, name) for name in FIELDS if name != "parent_id"}
    return values | {"parent_id": stored[unit.parent.key].pk if unit.parent else None}


def _key(place: Place) -> Key:
    return place.level, place.code, place.valid_from
