"""From an open meeting to minutes, once through."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import LAW
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet
from ocop.casework.review.selectors import (
    proposals_ready,
    results_ready_for_decision,
)
from ocop.casework.review.tests.cast import Room, best, worth
from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.documents.tests import samples
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import Made
from ocop.foundation.printing.tests.printed import make_papers, printed_now
from ocop.foundation.refusals import Refused
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.law import load_regulations


def _text(meeting: Meeting) -> str:
    pages = PdfReader(io.BytesIO(content_of(meeting.minutes))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def _with_minutes(meeting: Meeting) -> Meeting:
    """What `deliver` makes of it a moment later."""
    closed = Meeting.objects.get(pk=meeting.pk)
    as_before = printed_now(closed)
    assert make_papers(closed.closed_at).failed == []
    closed.refresh_from_db()
    assert content_of(closed.minutes) == as_before
    return closed


def test_results_become_final_and_minutes_say_everything(room, at):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy", conflicts=[room.members[0]])
    first, second = room.item(meeting), room.item(meeting, 2)
    room.all_seal(first, best(first.dossier), but=[room.members[0]])
    room.all_seal(second, worth(second.dossier, 40))
    later = at + timedelta(hours=2)
    record = Head.objects.get()
    closed = acts.close_meeting(
        meeting, minutes_no="05-MH/BB-HĐ", closing_note="Hội đồng thống nhất.", by=room.thu, at=later
    )
    assert (closed.state, closed.closed_at, closed.closed_by, closed.minutes_no) == (
        "closed", later, room.thu, "05-MH/BB-HĐ",
    )  # fmt: skip
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("closed", "closed")
    assert list(Dossier.objects.values_list("state", flat=True)) == ["evaluated", "evaluated"]
    closed = _with_minutes(closed)
    text = _text(closed)
    for said in (
        "05-MH/BB-HĐ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "09 giờ 00, ngày 23 tháng 11 năm 2026",
        "11 giờ 00, ngày 23 tháng 11 năm 2026",
        "Lê Sơn", "Nguyễn Thu", "Dứa sấy dẻo", "Mận sấy", "Lý Thị Hoa không tham gia đánh giá “Dứa sấy dẻo”",
        "01-MH/QĐ-UBND", "02-MH/QĐ-UBND", "03-MH/QĐ-UBND", "3/4", "không quá 10 điểm", "40,00",
        "Hội đồng thống nhất.",
    ):  # fmt: skip
        assert said in text, said
    assert {sheet.code for sheet in ScoreSheet.objects.all()} == {
        code for code in text.replace(" ", " ").split() if code in {s.code for s in ScoreSheet.objects.all()}
    }
    assert closed.minutes_content["record"] == f"{record.sequence}: {record.hash}"  # the last act before
    assert Paper.objects.get(number="05-MH/BB-HĐ").file == closed.minutes


def test_a_name_that_no_typeface_has_closes_and_prints(room, at):
    meeting = room.scoring(samples.HARD)
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    closed = acts.close_meeting(
        meeting, minutes_no="05-MH/BB-HĐ", closing_note=samples.HARD, by=room.thu, at=at
    )
    assert _text(_with_minutes(closed)).count(samples.HARD_SHOWN) == 4  # list, details, scores, note


def test_a_meeting_closes_without_its_paper_which_is_made_later(room, at, monkeypatch):
    closed = _closed(room, at)
    with monkeypatch.context() as broken:
        broken.setattr("typst.compile", _fails)
        assert make_papers(at).made == 0
    closed.refresh_from_db()
    assert (closed.state, closed.minutes, Paper.objects.get(number="05-MH/BB-HĐ").file) == (
        "closed",
        None,
        None,
    )
    assert Dossier.objects.get().state == "evaluated"
    type(Dossier.objects.get().product).objects.update(name="Tên sau này")
    later = at + timedelta(days=1)
    assert (make_papers(later), make_papers(later)) == (Made(1), Made())
    closed = Meeting.objects.get()
    assert Paper.objects.get(number="05-MH/BB-HĐ").file == closed.minutes
    assert ("Dứa sấy dẻo" in _text(closed), "Tên sau này" in _text(closed)) == (True, False)
    entries = Entry.objects.filter(object_id=str(closed.pk), action__in=["meeting.close", "meeting.print"])
    digest = sha256_hex(closed.minutes_content)
    fingerprints = {LAW: load_regulations()[LAW].fingerprint}
    assert list(entries.order_by("sequence").values_list("action", "by", "at", "data")) == [
        ("meeting.close", room.thu.pk, at,
         {"content": digest, "printed": digest, "regulation_fingerprints": fingerprints}),
        ("meeting.print", None, later, {"printed": digest, "pdf": closed.minutes.sha256}),
    ]  # fmt: skip


def _closed(room: Room, at: datetime) -> Meeting:
    meeting = room.scoring("Dứa sấy dẻo")
    room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 60))
    return acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)


def test_late_minutes_find_their_paper_under_the_name_that_the_council_had(room, at, caplog):
    closed = _closed(room, at)
    type(room.council).objects.update(name="Hội đồng tên mới")
    made = _with_minutes(closed).minutes
    assert Paper.objects.get(number="05-MH/BB-HĐ").file == made is not None
    assert caplog.messages == []


def test_late_minutes_without_their_paper_are_made_and_the_log_says_so(room, at, caplog):
    closed, name = _closed(room, at), room.council.name
    Paper.objects.filter(number="05-MH/BB-HĐ").update(number="06-MH/BB-HĐ")
    assert _with_minutes(closed).minutes is not None
    assert Paper.objects.get(number="06-MH/BB-HĐ").file is None
    assert caplog.messages == [f"no paper 05-MH/BB-HĐ of “{name}” to put the minutes to"]


def _fails(*_args: object, **_options: object) -> bytes:
    raise RuntimeError("no typesetting today")


def test_what_others_take_over(room, at):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy")
    first, second = room.item(meeting), room.item(meeting, 2)
    room.all_seal(first, best(first.dossier))
    room.all_seal(second, worth(second.dossier, 40))
    assert list(results_ready_for_decision(at)) == []
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.son, at=at)
    second.refresh_from_db()
    assert (second.stars, second.recommendation) == (2, "none")
    assert list(results_ready_for_decision(at)) == []
    assert [item.pk for item in proposals_ready(at)] == [first.pk]
    assert list(Message.objects.filter(kind="review.closed").values_list("person", flat=True)) == [
        room.phuc.pk
    ]


@pytest.mark.parametrize("closes", ["thu", "son"])
def test_who_keeps_the_minutes_of_a_meeting_that_the_chair_opened(room, at, closes):
    """The secretary where one closes it, nobody where the chair does; a product taken off stays as it is."""
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    room.attend(meeting)
    acts.open_meeting(meeting, by=room.son, at=at)
    room.declared(meeting)
    acts.open_all_items(meeting, by=room.son, at=at)
    acts.remove_from_agenda(room.item(meeting, 2), reason="Thiếu mẫu", by=room.thu, at=at)
    room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 60))
    assert Meeting.objects.get().recorded_by is None
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=getattr(room, closes), at=at)
    keeps = room.thu if closes == "thu" else None
    closed = Meeting.objects.get()
    assert (closed.recorded_by, closed.minutes_content["secretary"]) == (keeps, str(keeps or ""))
    assert list(closed.items.values_list("state", "dossier__state")) == [
        ("closed", "evaluated"), ("removed", "accepted"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "code"),
    [("", "minutes_number_missing"), ("   ", "minutes_number_missing"), ("05/BB-HĐ", "number_without_mark")],
)
def test_the_number_is_typed_in_and_marked(room, at, number, code):
    meeting = room.scoring()
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    with pytest.raises(Refused) as refused:
        acts.close_meeting(meeting, minutes_no=number, by=room.thu, at=at)
    assert refused.value.refusal.code == code
    assert Meeting.objects.get().state == "open"


def test_a_number_is_given_once(room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60))
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    again = room.scoring("Mận sấy")
    item = room.item(again)
    room.all_seal(item, worth(item.dossier, 60))
    with pytest.raises(Refused) as refused:
        acts.close_meeting(again, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    assert refused.value.refusal.code == "number_taken"
    assert AgendaItem.objects.get(meeting=again).state == "tallied"


def test_unfinished_products_keep_it_open(room, at):
    meeting = room.scoring()
    with pytest.raises(Refused) as refused:
        acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    assert refused.value.refusal.code == "item_unfinished"


def test_nobody_else_closes_it(room, at):
    meeting = room.scoring()
    for person in (room.hoa, room.scene.lan, room.cast.quang, room.phuc):
        with pytest.raises(Refused) as refused:
            acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=person, at=at)
        assert refused.value.refusal.code == "not_keeper"


def test_a_sheet_sealed_after_closing_says_when_and_by_whom(room, at):
    meeting = room.scoring(absent=[room.members[2]])
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60), but=[room.members[2]])
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at + timedelta(hours=6, minutes=2))
    with pytest.raises(Refused) as refused:
        acts.seal_sheet(room.item(meeting), by=room.chi, at=at + timedelta(hours=6, minutes=3))
    assert refused.value.refusal.code == "meeting_closed"
    assert "15:02" in str(refused.value)
    assert "Nguyễn Thu" in str(refused.value)


def test_an_excluded_product_throws_its_dossier_out_at_closing(room, at):
    meeting = room.scoring("Dứa sấy dẻo", "Mận sấy")
    first, second = room.item(meeting), room.item(meeting, 2)
    acts.exclude_item(first, fact="unacceptable_impurities", reason="Có sỏi trong mẫu.", by=room.son, at=at)
    room.all_seal(second, worth(second.dossier, 60))
    assert Dossier.objects.get(pk=first.dossier_id).state == "scheduled"
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    dossier = Dossier.objects.get(pk=first.dossier_id)
    assert (dossier.state, dossier.outcome) == ("excluded", "excluded")
    assert (dossier.exclusion.ground, dossier.exclusion.reason) == ("rubric", "Có sỏi trong mẫu.")
    assert "Bị loại" in _text(_with_minutes(meeting))


def test_forgery_found_by_the_council_is_a_reading_under_set_26_on_page_in_minutes_and_to_the_producer(
    client, cast, at, monkeypatch
):
    monkeypatch.setattr(timezone, "now", lambda: at)
    room = Room(cast, at, set_number=26)
    meeting = room.scoring()
    item = room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 60))
    clause = "phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống (26-2026-45)"
    line = f"Bị loại nếu giả mạo hồ sơ; {clause}"
    client.force_login(room.son)
    asked = reverse("review:exclude", args=[item.key])
    assert client.get(asked).content.decode().count(line) == 1
    assert client.post(asked, {"name": "dossier_forged", "reason": "Hợp đồng giả."}).status_code == 302

    page = client.get(item.get_absolute_url()).content.decode()
    assert page.count(f"Không xếp hạng: {line}") == 2
    assert f'Không xếp hạng: {line} <small class="muted">cách hiểu của hệ thống</small>' in page
    assert AgendaItem.objects.get().stars is None

    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    assert f"Ghi nhận: {line}. Căn cứ: Hợp đồng giả." in _text(_with_minutes(meeting))
    dossier = Dossier.objects.get()
    assert (dossier.outcome, dossier.exclusion.ground) == ("excluded", "dossier_forged")
    told = Message.objects.get(kind="dossiers.excluded", person=room.scene.lan).body
    assert told == f"Căn cứ: Hồ sơ có giấy tờ giả mạo; {clause}. Hợp đồng giả."
    client.force_login(room.scene.lan)
    assert f"Hồ sơ có giấy tờ giả mạo; {clause}" in client.get(dossier.get_absolute_url()).content.decode()
