"""Raw-material areas on the map and in the list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.support.acts import plan_activity, record_look
from ocop.casework.support.documents.areas import WIDTH, areas_map
from ocop.casework.support.models import Activity
from ocop.casework.support.selectors.areas import areas
from ocop.foundation.places.selectors import communes_of

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def scene(cast: object, at: datetime) -> Scene:
    return Scene(cast, at)


def board(scene: Scene, name: str = "Đồi dứa <Na Lộc>", place: Any = None) -> Activity:
    return plan_activity(
        kind="signboard", name=f"Biển {name}", place=place or scene.cast.commune, agency="UBND xã",
        starts_on=date(2026, 3, 1), facts={"area_name": name, "crop": "Dứa"}, by=scene.phuc, at=scene.at,
    )  # fmt: skip


def drawn(scene: Scene) -> ET.Element:
    found = areas(scene.phuc, scene.at)
    svg = areas_map(found, communes_of(scene.cast.province, scene.at.date()))
    return ET.fromstring(f'<x xmlns="{SVG[1:-1]}">{svg}</x>')


def test_an_area_says_what_the_last_look_found(scene: Scene) -> None:
    one = board(scene)
    assert [(area.look, area.is_good, area.is_due) for area in areas(scene.phuc, scene.at)] == [
        (None, False, False)
    ]
    record_look(one, on=date(2026, 11, 1), state="good", by=scene.phuc, at=scene.at)
    record_look(one, on=date(2026, 11, 20), state="damaged", by=scene.phuc, at=scene.at)
    (area,) = areas(scene.phuc, scene.at)
    assert (area.look.on, area.look.state, area.is_good) == (date(2026, 11, 20), "damaged", False)


def test_a_board_is_due_a_year_after_the_last_look(scene: Scene) -> None:
    one = board(scene)
    record_look(one, on=scene.at.date(), state="good", by=scene.phuc, at=scene.at)
    Activity.objects.filter(pk=one.pk).update(
        state="finished", result="Xong.", result_on=scene.at.date(), started_on=scene.at.date()
    )
    due = [areas(scene.phuc, scene.at + timedelta(days=days))[0].is_due for days in (0, 365, 366)]
    assert due == [False, False, True]


def test_a_board_of_an_old_commune_stands_in_the_one_of_today(scene: Scene) -> None:
    old = scene.cast.commune.predecessors.first()
    board(scene, place=old)
    assert [area.commune for area in areas(scene.phuc, scene.at)] == [scene.cast.commune]


def test_the_map_counts_boards_by_commune_and_names_them(scene: Scene) -> None:
    board(scene)
    board(scene, "Đồi chè")
    root = drawn(scene)
    assert [one.text for one in root.iter(f"{SVG}text")] == ["2"]
    mark = root.find(f".//{SVG}g/{SVG}title")
    assert mark is not None
    assert mark.text.endswith("Bản Lầu: Đồi chè, Đồi dứa <Na Lộc>")
    points = [(int(one.get("cx")), int(one.get("cy"))) for one in root.iter(f"{SVG}circle")]
    height = int(root.find(f"{SVG}svg").get("viewBox").split()[3])
    assert (
        len(points)
        == communes_of(scene.cast.province, scene.at.date()).filter(latitude__isnull=False).count()
    )
    assert all(0 <= x <= WIDTH and 0 <= y <= height for x, y in points)


def test_without_areas_there_is_no_map(scene: Scene) -> None:
    assert areas_map([], communes_of(scene.cast.province, scene.at.date())) == ""
    assert areas(scene.lan, scene.at) == []


def test_the_page_is_for_offices(scene: Scene) -> None:
    board(scene)
    answers = {}
    for person in (scene.phuc, scene.minh, scene.lan):
        client = Client()
        client.force_login(person)
        answer = client.get("/ho-tro/vung-nguyen-lieu/")
        answers[person.username] = (answer.status_code, "Đồi dứa &lt;Na Lộc&gt;" in answer.content.decode())
    assert answers == {"phuc": (200, True), "minh": (200, True), "lan": (403, False)}
