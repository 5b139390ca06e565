"""Loading the register of places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ocop.foundation.places.models import Ground, Place, Succession
from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors import grounds_now
from ocop.foundation.places.tables import Key, Register, Unit

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


@transaction.atomic
def load(*, register: Register | None = None) -> Loaded:
    """Brings the stored places to what the register says.
    Again: changes nothing; units it does not name stay.
    """
    register = register or Register()
    stored = {_key(place): place for place in Place.objects.all()}
    loaded = Loaded()
    for level in Level:
        units = [unit for unit in register.units if unit.level == level]
        _save_level(units, stored, loaded)
    links = [
        Succession(old=stored[old.key], new=stored[new.key], on=on) for old, new, on in register.successions
    ]
    Succession.objects.bulk_create(links, ignore_conflicts=True)
    survey()
    if loaded.created or loaded.changed:
        for follow in _followers:
            follow()
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


def _save_level(units: list[Unit], stored: dict[Key, Place], loaded: Loaded) -> None:
    """Writes the units of one level; those above them are stored already."""
    new: list[Place] = []
    changed: list[Place] = []
    for unit in units:
        values = _values(unit, stored)
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
