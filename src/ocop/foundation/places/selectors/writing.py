"""Places by what people write: a gazetteer of units of the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop.foundation.places.gazetteer import Gazetteer, Unit
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors.units import full_name, today_of_each
from ocop.kernel.text import fold


def gazetteer_of(units: Iterable[Place], on: date) -> tuple[Gazetteer, dict[int, Place]]:
    """These communes, past and present (their parents loaded), by all that people write; and by number those
    of them that stand on `on`.
    """
    rows = [unit for unit in units if unit.level == Level.COMMUNE]
    today = today_of_each(rows, on)
    gazetteer = Gazetteer()
    for row in rows:
        now = tuple(sorted(one.pk for one in today[row.pk]))
        gazetteer.add(_unit(row, now, {fold(one.province.name) for one in today[row.pk]}))
    return gazetteer, {row.pk: row for row in rows if today[row.pk] == [row]}


def _unit(row: Place, today: tuple[int, ...], provinces: set[str]) -> Unit:
    above = row.lineage[1:]
    return Unit(
        row.pk, row.code, row.kind, row.name, full_name(row), today,
        districts=frozenset(fold(one.name) for one in above[:-1]),
        provinces=frozenset(provinces | {fold(one.name) for one in above[-1:]}),
        kind_before=row.kind_before, spellings=_spellings(row),
    )  # fmt: skip


def _spellings(row: Place) -> tuple[str, ...]:
    """Its other spellings, as they are kept folded: without its kind, name and code."""
    kinds = [fold(kind) for kind in (row.kind, row.kind_before) if kind]
    return tuple(
        name for name in (text.strip() for text in row.name_text.split(";"))
        if name and not name.isdigit() and not any(name.startswith(f"{kind} ") for kind in kinds)
    )  # fmt: skip
