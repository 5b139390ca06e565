"""The register as its tables tell it:
units, their parents, spellings, changes of kind and successors. No database.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from ocop.foundation.places.rules import Level, level_of_code, searchable
from ocop.kernel.text import searchable as words_to_find_by

DATA = Path(__file__).parent / "data"
Key = tuple[str, str, date]  # level, code, first day


@dataclass
class Unit:
    """One line of a table, with what other tables add to it."""

    level: str
    code: str
    kind: str
    name: str
    valid_from: date
    valid_to: date | None
    latitude: Decimal | None
    longitude: Decimal | None
    area_km2: Decimal | None
    parent: Unit | None = None
    kind_before: str = ""
    kind_since: date | None = None
    spellings: list[str] = field(default_factory=list)
    took_over: list[Unit] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What the unit is known by."""
        return self.level, self.code, self.valid_from

    def stands(self, on: date) -> bool:
        """Whether the unit exists on `on`."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @cached_property
    def own_names(self) -> list[str]:
        """Its name and spellings, alone and after its kinds, and its code."""
        names = [self.name, *self.spellings]
        kinds = [kind for kind in (self.kind, self.kind_before) if kind]
        return [*names, *(f"{kind} {name}" for kind in kinds for name in names), self.code]

    @cached_property
    def all_names(self) -> list[str]:
        """Its own names and those of the units above it."""
        return self.own_names + (self.parent.all_names if self.parent else [])

    @property
    def name_text(self) -> str:
        """What its own names fold to."""
        return searchable(self.own_names)

    @property
    def search_text(self) -> str:
        """What it, the units above it and all that it took over fold to."""
        return searchable(self._names_through_time)

    @property
    def words(self) -> str:
        """The words of the same, with marks and without."""
        return words_to_find_by(*self._names_through_time)

    @property
    def _names_through_time(self) -> list[str]:
        return self.all_names + [name for old in self.took_over for name in old.all_names]


class Register:
    """All units of the tables in a folder.
    ValueError: a code twice on a day; a parent or successor missing.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self.successions: list[tuple[Unit, Unit, date]] = []
        self._by_code: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        parents: list[tuple[Unit, str]] = []
        for name in ("places_until_2025", "places_2025"):
            parents += [self._add(row) for row in _rows(folder / f"{name}.csv")]
        for unit, code in parents:
            if code:
                unit.parent = self.standing(str(level_of_code(code)), code, unit.valid_from)
        self._read_changes(folder)
        for row in _rows(folder / "successions.csv"):
            self._succeed(row["level"], row["old"], row["new"], date.fromisoformat(row["on"]))

    @property
    def units(self) -> list[Unit]:
        """Every unit, those of the upper levels first."""
        units = [unit for units in self._by_code.values() for unit in units]
        return sorted(units, key=lambda unit: list(Level).index(Level(unit.level)))

    def standing(self, level: str, code: str, on: date) -> Unit:
        """The unit with this code on `on`."""
        for unit in self._by_code[level, code]:
            if unit.stands(on):
                return unit
        raise ValueError(f"No {level} {code} on {on}.")

    def _add(self, row: dict[str, str]) -> tuple[Unit, str]:
        unit = Unit(
            level=row["level"],
            code=row["code"],
            kind=row["kind"],
            name=row["name"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            latitude=_number(row["latitude"]),
            longitude=_number(row["longitude"]),
            area_km2=_number(row["area_km2"]),
        )
        for other in self._by_code[unit.level, unit.code]:
            if unit.stands(other.valid_from) or other.stands(unit.valid_from):
                raise ValueError(f"{unit.level} {unit.code} stands twice.")
        self._by_code[unit.level, unit.code].append(unit)
        return unit, row["parent"]

    def _read_changes(self, folder: Path) -> None:
        for row in _rows(folder / "changes_of_kind.csv"):
            since = date.fromisoformat(row["since"])
            unit = self.standing(row["level"], row["code"], since)
            if unit.kind != row["kind_before"]:
                raise ValueError(f"{unit.level} {unit.code} is {unit.kind}, not {row['kind_before']}.")
            unit.kind_before, unit.kind, unit.kind_since = unit.kind, row["kind"], since
        for row in _rows(folder / "other_spellings.csv"):
            unit = self.standing(row["level"], row["code"], date.fromisoformat(row["valid_from"]))
            unit.spellings.append(row["spelling"])

    def _succeed(self, level: str, old_code: str, new_code: str, on: date) -> None:
        old = self.standing(level, old_code, on - timedelta(days=1))
        new = self.standing(level, new_code, on)
        new.took_over.append(old)
        self.successions.append((old, new, on))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
