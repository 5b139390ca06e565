"""The order of the way, the merging of what is written, what a signature stands under."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from ocop.casework.fieldwork.forms import moment_of
from ocop.casework.fieldwork.rules import Point, merged, route, signed_hash, unfinished
from ocop.casework.fieldwork.selectors.way import HEIGHT, WIDTH, stops_of
from ocop.casework.fieldwork.states import OPEN, VISIT_STATES, WORKFLOW, VisitState


def _at(north: str, east: str) -> Point:
    return Point(Decimal(north), Decimal(east))


def test_the_way_goes_from_the_north_to_the_nearest_and_ends_where_nobody_knows():
    places = [_at("22.0", "104"), None, _at("22.7", "104"), _at("22.6", "104.1"), _at("21.5", "104")]
    assert route(places) == [2, 3, 0, 4, 1]
    assert route([None, None]) == [0, 1]
    assert route([]) == []


def test_the_sketch_has_a_dot_for_each_commune_with_the_places_of_its_visits():
    known = {name: _commune(key, name, *at) for key, (name, *at) in enumerate(COMMUNES, start=1)}
    visits: Any = [SimpleNamespace(commune=known[name]) for name in ("Bắc", "Nam", "Bắc", "Đông")]
    stops = stops_of(visits)
    assert [(stop.name, stop.numbers) for stop in stops] == [("Bắc", "1, 3"), ("Nam", "2"), ("Đông", "4")]
    assert all(0 < stop.x < WIDTH and 0 < stop.y < HEIGHT for stop in stops)
    assert (stops[0].y < stops[1].y, stops[2].x > stops[0].x) == (True, True)
    assert stops_of(visits[:1]) == []
    assert stops_of([*visits[:1], SimpleNamespace(commune=None)]) == []


COMMUNES = (("Bắc", "22.7", "104.0"), ("Nam", "21.9", "104.1"), ("Đông", "22.3", "104.6"))


def _commune(key: int, name: str, north: str, east: str) -> SimpleNamespace:
    return SimpleNamespace(pk=key, local_name=name, latitude=Decimal(north), longitude=Decimal(east))


def test_what_is_written_anew_leaves_the_rest():
    found = {"1.1": {"finding": "matches", "note": "x"}}
    assert merged(found, {"1.1": {"note": "y"}, "2": {"finding": "unseen"}}) == {
        "1.1": {"finding": "matches", "note": "y"}, "2": {"finding": "unseen", "note": ""},
    }  # fmt: skip
    assert found == {"1.1": {"finding": "matches", "note": "x"}}


def test_a_line_that_differs_needs_a_word():
    line = {"code": "1", "label": "a", "claim": "", "part": ""}
    for row, is_left in (
        ({}, True),
        ({"finding": "differs", "note": " "}, True),
        ({"finding": "differs", "note": "một nửa"}, False),
        ({"finding": "unseen", "note": ""}, False),
    ):
        assert bool(unfinished([line], {"1": row})) is is_left


def test_lines_without_words_change_no_hash():
    words = {"remarks": "", "conclusion": "", "met_with": ""}
    empty = {"1": {"finding": "", "note": ""}}
    assert signed_hash(words | {"found": {}}) == signed_hash(words | {"found": empty})
    assert signed_hash(words | {"found": {}}) != signed_hash(words | {"found": {}, "remarks": "x"})


@pytest.mark.parametrize(
    "text", ["", "hôm qua", "2026-13-40T00:00:00", "2999-01-01T00:00:00", "1999-01-01T00:00:00"]
)
def test_an_hour_that_cannot_be_meant_is_none(text, at):
    assert moment_of(text, at) is None


def test_every_state_has_words_and_the_moves_lead_from_what_is_open():
    assert set(VISIT_STATES) == set(VisitState)
    sources = {move.name: move.sources for move in WORKFLOW.moves}
    assert sources == {
        "announce": {VisitState.PLANNED}, "postpone": OPEN, "cancel": OPEN, "end": OPEN,
    }  # fmt: skip
