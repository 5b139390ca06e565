"""Correcting minutes: a paper that names what was wrong; the minutes stay; every reason to refuse."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from ocop.casework.review import acts
from ocop.casework.review.models import Meeting, MinutesCorrection
from ocop.casework.review.tests.cast import Room, worth
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.tests.printed import make_papers, printed_now
from ocop.foundation.refusals import Refused


def close(room: Room, name: str, number: str) -> Meeting:
    meeting = room.scoring(name)
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    return acts.close_meeting(meeting, minutes_no=number, by=room.thu, at=room.at)


@pytest.fixture
def closed(room: Room) -> Meeting:
    return close(room, "Dứa sấy dẻo", "05-MH/BB-HĐ")


def read(correction: MinutesCorrection) -> str:
    """Its words without blanks: lines break anywhere."""
    pages = PdfReader(io.BytesIO(printed_now(correction))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def correct(room: Room, meeting: Meeting, **given: Any) -> MinutesCorrection:
    known = {
        "what": "number", "wrong": "05-MH/BB-HĐ", "right": "06-MH/BB-HĐ", "reason": "Ghi nhầm số.",
        "number": "07-MH/HĐ-OCOP", "issued_on": timezone.localdate(room.at), "by": room.thu, "at": room.at,
    }  # fmt: skip
    return acts.correct_minutes(meeting, **{**known, **given})


def test_a_wrong_number_is_put_right_and_both_stay(room, closed, at):
    made = correct(room, closed)
    closed.refresh_from_db()
    assert (closed.minutes_no, closed.number_on(at), closed.number_on(at - timedelta(1))) == (
        "05-MH/BB-HĐ", "06-MH/BB-HĐ", "05-MH/BB-HĐ",
    )  # fmt: skip
    text = read(made)
    for said in ("Số: 07-MH/HĐ-OCOP", "Biên bản số 05-MH/BB-HĐ ngày 23/11/2026", "06-MH/BB-HĐ", "Ghi nhầm số",
                 "Lê Sơn", "V/v đính chính biên bản"):  # fmt: skip
        assert said.replace(" ", "") in text, said
    papers = {paper.number: paper.is_misnumbered for paper in Paper.objects.filter(number__endswith="BB-HĐ")}
    assert papers == {"05-MH/BB-HĐ": True, "06-MH/BB-HĐ": False}
    assert make_papers(at).made == 2
    closed.refresh_from_db()
    assert Paper.objects.get(number="06-MH/BB-HĐ").file == closed.minutes is not None
    entry = Entry.objects.get(action="meeting.correct")
    assert (entry.by, entry.reason, entry.data["right"]) == (room.thu, "Ghi nhầm số.", "06-MH/BB-HĐ")
    assert Message.objects.get(kind="review.corrected").person == room.phuc


def test_the_number_is_free_for_the_minutes_that_truly_bear_it(room, closed):
    correct(room, closed)
    other = close(room, "Mận sấy", "05-MH/BB-HĐ")
    assert make_papers(room.at).made == 3
    found = {one.number: one.file for one in Paper.objects.filter(is_misnumbered=False, kind="minutes")}
    assert found == {
        "05-MH/BB-HĐ": Meeting.objects.get(pk=other.pk).minutes,
        "06-MH/BB-HĐ": Meeting.objects.get(pk=closed.pk).minutes,
    }
    with pytest.raises(Refused) as caught:
        close(room, "Chè đen", "06-MH/BB-HĐ")
    assert caught.value.refusal.code == "number_taken"


def test_another_council_of_the_province_cannot_use_a_number_again(room, closed):
    room.council = room.make_council(name="Hội đồng thứ hai", established_by=room.paper("21-MH/QĐ-UBND"))
    room.make_rules(issued_by=room.paper("22-MH/QĐ-UBND"))
    room.chair = room.seat(room.son, "chair", "leadership")
    room.members = [room.seat(person, "member", "health") for person in (room.hoa, room.bao, room.chi)]
    room.secretary = room.seat(room.thu, "secretary", "ocop_body")
    with pytest.raises(Refused) as caught:
        close(room, "Mận sấy", "05-MH/BB-HĐ")
    assert caught.value.refusal.code == "number_taken"
    assert Meeting.objects.filter(state="closed").count() == 1


def test_a_wrong_name_is_put_right_by_minutes(room, closed):
    words = {"what": "words", "wrong": "Dứa sấy dẻo", "right": "Dứa sấy dẻo Bản Lầu", "number": "08-MH/BB-HĐ"}
    made = correct(room, closed, **words)
    assert (made.paper.kind, made.content["cited"]) == ("minutes", "Biên bản số 05-MH/BB-HĐ ngày 23/11/2026")
    assert [one["name"] for one in made.content["signatures"]] == ["Nguyễn Thu", "Lê Sơn"]
    assert closed.minutes_content["products"][0]["name"] == "Dứa sấy dẻo"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"reason": " "}, "reason_missing"),
        ({"right": "05-MH/BB-HĐ"}, "right_same"),
        ({"right": "06/BB-HĐ"}, "number_without_mark"),
        ({"number": "06-MH/BB-HĐ"}, "number_of_its_own"),
        ({"wrong": "04-MH/BB-HĐ"}, "wrong_number_overtaken"),
        ({"what": "words", "wrong": "Dứa sấy giòn", "number": "08-MH/BB-HĐ"}, "wrong_not_printed"),
        ({"what": "words", "wrong": "60,00", "right": "70,00", "number": "08-MH/BB-HĐ"}, "wrong_is_a_figure"),
    ],
)
def test_refused_and_nothing_changes(room, closed, given, code):
    with pytest.raises(Refused) as caught:
        correct(room, closed, **given)
    assert (caught.value.refusal.code, MinutesCorrection.objects.count()) == (code, 0)
    assert not Paper.objects.filter(is_misnumbered=True).exists()


def test_dates_people_and_states_that_refuse_it(room, closed, at):
    before = timezone.localdate(at - timedelta(days=1))
    for given, code in (
        ({"issued_on": before}, "signed_too_early"),
        ({"issued_on": timezone.localdate(at + timedelta(days=1))}, "paper_from_the_future"),
        ({"by": room.hoa}, "not_keeper"),
    ):
        with pytest.raises(Refused) as caught:
            correct(room, closed, **given)
        assert caught.value.refusal.code == code
    with pytest.raises(Refused) as caught:
        correct(room, room.planned("Chè đen"))
    assert caught.value.refusal.code == "no_minutes_yet"


def test_the_page_asks_shows_and_gives_the_paper(room, closed, client):
    client.force_login(room.thu)
    page = closed.get_absolute_url()
    address = reverse("review:correct", args=[closed.key])
    assert address in client.get(page).content.decode()
    sent = {
        "what": "number", "right": "06-MH/BB-HĐ", "reason": "Ghi nhầm số.", "number": "07-MH/HĐ-OCOP",
        "issued_on": timezone.localdate(closed.closed_at).strftime("%d/%m/%Y"),
    }  # fmt: skip
    refused = client.post(address, sent | {"right": "06/BB-HĐ"})
    assert (refused.status_code, "Ghi nhầm số." in refused.content.decode()) == (422, True)
    assert client.post(address, sent).status_code == 302
    made = MinutesCorrection.objects.get()
    assert "“05-MH/BB-HĐ” nay đúng là “06-MH/BB-HĐ”" in client.get(page).content.decode()
    assert client.get(made.get_absolute_url()).status_code == 202
    make_papers(timezone.now())
    made.paper.refresh_from_db()
    assert client.get(made.get_absolute_url())["Location"] == made.paper.file.get_absolute_url()
    client.force_login(room.cast.quang)
    assert client.get(made.get_absolute_url()).status_code == 404
