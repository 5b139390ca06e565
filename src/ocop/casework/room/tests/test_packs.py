"""What a member's machine loads, and what never: conflicts, restricted papers, products not declared."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from ocop.casework.dossiers.models import Evidence
from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.rules import Relation
from ocop.casework.review.tests.cast import Room
from ocop.casework.room.models import LateSheet
from ocop.foundation.documents.models import StoredFile


def address(name, thing, *more):
    return reverse(f"room:{name}", args=[thing.key, *more])


@pytest.fixture
def meeting(room):
    """Two products; the second member has a conflict about the first."""
    return room.scoring("Dứa sấy dẻo", "Mận sấy", conflicts=[room.members[1]])


def test_the_room_of_a_member(client, room, meeting):
    client.force_login(room.hoa)
    answer = client.get(address("room", meeting))
    assert answer.status_code == 200
    said = client.get(address("contents", meeting)).json()
    assert [one["name"] for one in said["products"]] == ["Dứa sấy dẻo", "Mận sấy"]
    state = client.get(address("state", meeting)).json()
    assert (state["owner"], state["open"], len(state["sheets"])) == (room.hoa.pk, True, 2)


def test_nothing_of_a_product_with_a_conflict(client, room, meeting):
    first, second = room.item(meeting, 1), room.item(meeting, 2)
    client.force_login(room.members[1].person)
    page, list_ = client.get(address("room", meeting)), client.get(address("contents", meeting))
    state = client.get(address("state", meeting))
    for answer in (page, list_, state):
        assert "Dứa sấy dẻo" not in answer.text
        assert str(first.key) not in answer.text
    assert str(second.key) in list_.text
    assert client.get(address("product", first)).status_code == 403
    assert client.get(address("product", second)).status_code == 200


def test_a_conflict_found_late_takes_away_what_was_there(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    product = client.get(address("product", item)).json()
    picture = next(url for one in product["papers"] for url in one["pages"] if "phong-cham" in url)
    assert client.get(picture).status_code == 200
    seat = next(one for one in room.judges if one.person == room.hoa)
    acts.record_conflict(item, seat, relation=Relation.FAMILY, note="Em gái chủ thể", by=room.thu, at=room.at)
    said = [client.get(address(name, meeting)) for name in ("room", "contents", "state")]
    assert [str(item.key) in answer.text or "Dứa sấy dẻo" in answer.text for answer in said] == [False] * 3
    sent = {"choice": "1", "keep-base": "0", "keep-operation": "device-a-1", "keep-field": "choice"}
    answers = [
        client.get(address("product", item)),
        client.get(picture),
        client.post(address("keep", item, "1.1"), sent),
        client.post(address("hand_in", item), {"sheet": "{}"}),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert not ScoreSheet.objects.exists()
    assert not LateSheet.objects.exists()


def test_nothing_before_the_declaration(client, room):
    meeting = room.opened()
    client.force_login(room.hoa)
    assert client.get(address("contents", meeting)).json()["products"] == []
    assert client.get(address("product", room.item(meeting))).status_code == 403


@pytest.mark.parametrize(("who", "status"), [("thu", 404), ("phuc", 404), ("lan", 404)])
def test_the_room_is_for_members(client, room, meeting, who, status):
    client.force_login(getattr(room, who, None) or getattr(room.scene, who))
    for name in ("room", "contents", "state"):
        assert client.get(address(name, meeting)).status_code == status


def test_a_product_has_all_that_is_needed_to_score_it(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    answer = client.get(address("product", item))
    said = answer.json()
    assert answer["X-Content-Sha256"] == hashlib.sha256(answer.content).hexdigest()
    assert set(said["forms"]) == set(said["codes"])
    assert 25 <= len(said["codes"]) <= 32
    assert "Phần A" in said["forms"]["1.1"]
    assert said["tokens"]["1.1"]["none"] == "0"
    assert said["senses"]
    assert sum(most for _code, most in said["parts"]) == 100
    kinds = {one["kind"] for one in said["papers"]}
    assert kinds <= {"pages", "file"}
    assert kinds


def test_what_is_judged_by_the_sample_number_says_nothing_of_whose_it_is(cast, at, client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at)
    room = Room(cast, at, sensory_blind=True)
    meeting = room.scoring("Dứa sấy dẻo")
    client.force_login(room.hoa)
    said = client.get(address("product", room.item(meeting))).json()
    assert said["blind"] == sorted(said["senses"]) != []
    named = {code for code, form in said["forms"].items() if "Dứa sấy dẻo" in form}
    assert named == set(said["codes"]) - set(said["blind"])


def test_pages_of_evidence_are_pictures_and_restricted_papers_stay_away(client, room, meeting):
    item = room.item(meeting)
    client.force_login(room.hoa)
    papers = client.get(address("product", item)).json()["papers"]
    url = next(url for one in papers for url in one["pages"] if "phong-cham" in url)
    answer = client.get(url)
    picture = Image.open(BytesIO(answer.content))
    assert (answer.status_code, picture.format) == (200, "WEBP")
    assert max(picture.size) >= 1000
    assert answer["X-Content-Sha256"] == hashlib.sha256(answer.content).hexdigest()
    assert client.get(url.replace("/1.webp", "/99.webp")).status_code == 404
    file = StoredFile.objects.get(pk=next(one["id"] for one in papers if url in one["pages"]))
    Evidence.objects.filter(file=file).update(is_restricted=True)
    now = client.get(address("product", item)).json()["papers"]
    [paper] = [one for one in now if one["id"] == str(file.pk)]
    assert (paper["kind"], list(paper["pages"]), paper["url"]) == ("restricted", [], "")
    assert client.get(url).status_code == 404


def test_the_worker_stands_above_the_rooms(client, room, meeting):
    client.force_login(room.hoa)
    answer = client.get(reverse("room:worker"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/javascript; charset=utf-8")


def test_the_meeting_leads_into_the_room(client, room, meeting):
    client.force_login(room.hoa)
    assert address("room", meeting) in client.get(meeting.get_absolute_url()).text
    client.force_login(room.phuc)
    assert address("room", meeting) not in client.get(meeting.get_absolute_url()).text


def test_as_many_statements_for_one_product_as_for_three(client, room):
    totals = set()
    client.force_login(room.hoa)
    for names in (["Dứa sấy dẻo"], ["Mận sấy", "Chè", "Gạo"]):
        meeting = room.scoring(*names)
        with CaptureQueriesContext(connection) as asked:
            client.get(address("contents", meeting))
            client.get(address("state", meeting))
        totals.add(len(asked))
    assert len(totals) == 1
