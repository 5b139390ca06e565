"""Every table of the corpus: what is taken, what is left out and why, what is wrong. None is taken wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ocop.foundation.places.gazetteer import of_register
from ocop.foundation.tables.ground import Ground
from ocop.foundation.tables.tests.corpus import CASES, Case
from ocop.kernel.tables import KINDS, TableRead, UnreadableError, open_book, read_table


@pytest.fixture(scope="module")
def ground() -> Ground:
    gazetteer = of_register("15", date(2026, 11, 30))
    return Ground(gazetteer, {key: unit.name for key, unit in gazetteer.units.items() if unit.stands})


def taken(found: TableRead, case: Case) -> list[Any]:
    """The rows as the case writes them."""
    if not case.of:
        return [row.text(found.kind.anchor) for row in found.good]
    return [tuple(row.values.get(key) for key in case.of) for row in found.good]


def differences(case: Case, ground: Ground) -> list[Any]:
    """Every point in which the reader and the case disagree: (what, read, right)."""
    try:
        book = open_book(case.content, case.file)
    except UnreadableError as error:
        return [] if error.problem is case.problem else [("problem", error.problem, case.problem)]
    found = read_table(book, KINDS[case.kind], sheet=case.choose, mapping=case.mapping, places=ground)
    pairs = {
        "problem": (None, case.problem),
        "taken": (taken(found, case), list(case.taken)),
        "left": ({one.row: one.why for one in found.left_out if one.row}, dict(case.left)),
        "faults": ([(one.line, one.code) for one in found.faults], list(case.faults)),
        "sheets": ({one.sheet: one.why for one in found.left_out if one.sheet}, dict(case.sheets_left)),
        "encoding": (found.encoding if case.encoding else "", case.encoding),
        "unknown": (found.unknown if case.unknown else [], list(case.unknown)),
        "sheet": (found.sheet.name if case.sheet else "", case.sheet),
    }
    return [(what, *pair) for what, pair in pairs.items() if pair[0] != pair[1]]


def test_every_table_is_read_right(ground: Ground) -> None:
    wrong = {case.title: found for case in CASES if (found := differences(case, ground))}
    assert wrong == {}
    assert len(CASES) == len({case.title for case in CASES}) >= 80
