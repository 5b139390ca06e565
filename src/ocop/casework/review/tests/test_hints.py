"""Hints of a conflict of interest: confirmed or denied in words before scoring, never passed over."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ocop.casework.review import acts
from ocop.casework.review.models import Declaration, Meeting
from ocop.casework.review.rules import Relation
from ocop.casework.review.selectors import hints_for
from ocop.casework.review.tests.cast import refused, worth
from ocop.foundation.accounts.models import Person
from ocop.registers.producers.models import Producer, Representation


def _share_a_phone(room):
    room.hoa.phone = "0912 345 678"
    room.hoa.save(update_fields=["phone"])
    Producer.objects.update(phone="+84912345678")


@pytest.fixture
def item(room):
    _share_a_phone(room)
    item = room.item(room.opened())
    acts.open_item(item, by=room.thu, at=room.at)
    return item


def test_a_hint_is_not_passed_over(room, item, at):
    assert refused(acts.declare, {item: acts.Word(False)}, by=room.hoa, at=at) == "hint_unanswered"
    assert Declaration.objects.count() == 0
    assert refused(acts.save_choice, item, criterion="1.1", choice=1, by=room.hoa, at=at) == "not_declared"


def test_a_denied_hint_is_kept_in_its_words_and_printed(room, item, at):
    acts.declare({item: acts.Word(False, note="Số tổng đài của sở")}, by=room.hoa, at=at)
    kept = Declaration.objects.get()
    assert (kept.has_conflict, kept.hints, kept.note) == (False, ["same_phone"], "Số tổng đài của sở")
    for seat in room.judges:
        if seat.person != room.hoa:
            acts.declare({item: acts.Word(False)}, by=seat.person, at=at)
        room.seal(item, seat.person, worth(item.dossier, 60))
    meeting = Meeting.objects.get()
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", closing_note="", by=room.thu, at=at)
    said = Meeting.objects.get().minutes_content["conflicts"]
    words = "trùng số điện thoại với chủ thể: Số tổng đài của sở"
    assert said == [f"{room.hoa} không có xung đột lợi ích với “{item}” dù {words}"]


def test_a_confirmed_hint_is_a_conflict(room, item, at):
    acts.declare({item: acts.Word(True, Relation.FAMILY)}, by=room.hoa, at=at)
    kept = Declaration.objects.get()
    assert (kept.has_conflict, kept.hints) == (True, ["same_phone"])


def test_the_page_asks_for_the_words(room, item, client):
    client.force_login(room.hoa)
    url = reverse("review:declare", args=[item.meeting.key])
    page = client.get(url).content.decode()
    assert "trùng số điện thoại với chủ thể" in page
    said = {f"conflict_{item.pk}": "khong", f"relation_{item.pk}": "", f"note_{item.pk}": ""}
    assert client.post(url, said).status_code == 422
    assert client.post(url, said | {f"note_{item.pk}": "Số tổng đài"}).status_code == 302
    assert Declaration.objects.get().note == "Số tổng đài"


def _acts_for(person: Person, producer: Producer, at):
    Representation.objects.create(person=person, producer=producer, starts_at=at)


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        ("tax", ["same_tax_code"]), ("consultant", ["same_consultant"]), ("wrote", ["wrote_dossier"]),
        ("commune", ["same_commune_and_surname"]), ("none", []),
    ],
)  # fmt: skip
def test_what_is_looked_at(room, at, case, wanted):
    item = room.item(room.planned())
    producer = item.dossier.product.producer
    known = Producer.objects.get(pk=producer.pk)
    known.pk, known.slug, known.phone, known.email = None, "to-khac", "", ""
    known.registration_no = "53-00.123" if case == "tax" else "77"
    producer.registration_no = "5300123"
    producer.save(update_fields=["registration_no"])
    if case in {"tax", "consultant"}:
        known.save(force_insert=True)
        _acts_for(room.bao, known, at)
    if case == "consultant":
        helper = room.cast.person("tuvan", "Ngô Tư")
        _acts_for(helper, known, at)
        _acts_for(helper, producer, at)
    if case == "wrote":
        item.dossier.created_by = room.bao
    if case == "commune":
        room.bao.full_name = "Giàng Bảo"
        room.cast.appoint(room.bao, "commune_officer", producer.commune, "commune")
    seat = next(one for one in room.members if one.person == room.bao)
    seat.person = room.bao
    assert hints_for(seat, [item], at)[item.pk] == wanted
