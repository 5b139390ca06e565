"""What may take the place of what on a score sheet, and what a page is told that rests on an older one."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.rules import Relation
from ocop.casework.review.rules.versions import Basis, Change
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import worth

NOTES = {"version": "keep-base", "operation": "keep-operation", "after": "keep-after"}
FETCHED = {"X-Requested-With": "keep"}


@pytest.mark.parametrize(
    ("basis", "is_done", "is_unseen"),
    [
        (Basis(3, "new"), False, False),
        (Basis(9, "new"), False, False),  # other values of the sheet changed later
        (Basis(2, "new"), False, True),
        (Basis(2), False, True),
        (Basis(2, "new", ("second",)), False, False),  # the page's own, whose answer was lost
        (Basis(2, "new", ("first",)), False, True),  # somebody came after the page's own
        (Basis(1, "first"), True, True),
        (Basis(3, ""), False, False),
    ],
)
def test_a_value_is_compared_with_the_last_change(basis, is_done, is_unseen):
    change = Change(3, ("first", "second"))
    assert (change.is_done(basis), change.is_unseen(basis)) == (is_done, is_unseen)


def test_the_latest_operations_are_remembered():
    row = None
    for place in range(1, 11):
        row = Change.stored(row).by(Basis(0, f"operation-{place}"), place)
    assert row == {"version": 10, "operations": [f"operation-{place}" for place in range(3, 11)]}
    assert Change.stored(row).by(None, 11)["operations"][-2:] == ["operation-10", ""]
    assert not Change.stored({"version": 11, "operations": [""]}).is_done(Basis(11))


@pytest.fixture
def item(room, client, monkeypatch, at):
    """A product that Hoa scores in the browser."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    client.force_login(room.hoa)
    return room.item(room.scoring())


def _url(item, code="1.1"):
    return reverse("review:criterion", args=[item.key, code])


def _stored() -> tuple[dict[str, object], dict[str, str], int]:
    sheet = ScoreSheet.objects.get()
    return sheet.choices, sheet.comments, sheet.version


def test_a_script_that_rests_on_an_older_version_gets_both_values(client, item):
    def send(code="1.1", **data):
        named = {NOTES.get(name, name): value for name, value in data.items()}
        return client.post(_url(item, code), named, headers=FETCHED)

    first = send(choice="1", version=0, operation="device-a-1")
    assert (first.status_code, first.json()["base"], first.json()["value"]) == (200, "1", ["1"])
    # another criterion is another matter, whatever the sheet's version is by now
    assert send("1.2", choice="2", version=0, operation="device-b-1").json()["base"] == "2"
    stale = send(choice="3", version=0, operation="device-b-2")
    conflict = stale.json()["conflict"]
    assert stale.status_code == 409
    assert {**conflict, "stored": conflict["stored"]["value"], "yours": conflict["yours"]["value"]} == {
        "stored": ["1"], "yours": ["3"], "base": "2",
    }  # fmt: skip
    assert conflict["stored"]["label"] == "Dưới 50% nguyên liệu trong tỉnh"
    assert conflict["yours"]["label"] == "Từ 75% đến 100% nguyên liệu trong tỉnh"
    assert "đã ghi giá trị khác" in stale.json()["error"]
    assert _stored() == ({"1.1": 1, "1.2": 2}, {}, 2)
    # whoever has seen both decides
    assert send(choice="3", version=2, operation="device-b-3").json()["base"] == "3"
    # what came twice is carried out once, also when another value came between
    again = send(choice="1", version=0, operation="device-a-1")
    assert (again.status_code, again.json()["value"], again.json()["base"]) == (200, ["3"], "3")
    # the page's own choice before, whose answer never came, is no surprise to it
    assert send(choice="2", version=2, operation="device-b-4", after="device-b-3").json()["base"] == "4"
    # the same value from an older version: nothing to ask about, nothing to write
    assert send(choice="2", version=0, operation="device-c-1").json()["base"] == "4"
    note = send(comment=" Đất đỏ\r\nbên suối ", version=0, operation="device-a-2").json()
    assert (note["value"], note["base"]) == (["Đất đỏ\nbên suối"], "5")
    stale = send(comment="Khác", version=4, operation="device-b-5")
    assert (stale.status_code, stale.json()["conflict"]["stored"]["value"]) == (409, ["Đất đỏ\nbên suối"])
    missing = send(choice="99", version=5)
    assert missing.status_code == 404
    assert missing.json() == {"error": "Phiếu này không có tiêu chí hoặc mức vừa chọn."}
    assert _stored() == ({"1.1": 2, "1.2": 2}, {"1.1": "Đất đỏ\nbên suối"}, 5)


def test_without_scripts_a_page_shows_both_values_and_asks(client, item, room, at):
    assert 'name="version" value="0"' in client.get(_url(item)).content.decode()
    acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at)
    seen = {"version": 0, "choice_was": "", "comment_was": "", "go": "on"}
    answer = client.post(_url(item), seen | {"choice": "3", "comment": "Tốt"})
    page = answer.content.decode()
    assert answer.status_code == 409
    (conflict,) = answer.context["conflicts"]
    assert (conflict.field, conflict.stored.value, conflict.yours.value) == ("choice", "1", "3")
    assert 'name="choice" value="1" required' in page
    assert 'name="choice" value="3" required' in page
    assert 'name="version" value="2"' in page
    assert _stored() == ({"1.1": 1}, {"1.1": "Tốt"}, 2)  # the comment was not in question
    onward = _url(item, criteria_to_answer(item)[1])
    kept = client.post(_url(item), {"choice": "1", "version": 2, "go": "on"})
    assert (kept.url, _stored()[2]) == (onward, 2)
    replaced = client.post(_url(item), {"choice": "3", "version": 2, "go": "on"})
    assert (replaced.url, _stored()) == (onward, ({"1.1": 3}, {"1.1": "Tốt"}, 3))
    ScoreSheet.objects.update(version=1234)
    assert 'name="version" value="1234"' in client.get(_url(item)).content.decode()
    ScoreSheet.objects.update(version=3)
    # what an old page shows and nobody touched replaces nothing
    untouched = {"version": 2, "choice": "1", "choice_was": "1", "comment": "", "comment_was": "", "go": "on"}
    assert client.post(_url(item), untouched).url == onward
    assert _stored() == ({"1.1": 3}, {"1.1": "Tốt"}, 3)


def test_a_review_that_another_page_made_old_is_not_sealed_unseen(client, item, room, at):
    room.fill(item, room.hoa, worth(item.dossier, 60))
    url = reverse("review:seal", args=[item.key])
    assert 'name="version" value="1"' in client.get(url).content.decode()
    acts.save_choice(item, criterion="1.1", choice=1, by=room.hoa, at=at)
    answer = client.post(url, {"version": 1, "general_comment": "Ngon"})
    assert answer.status_code == 409
    assert "phiếu đã thay đổi sau khi trang này mở" in answer.content.decode()
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.general_comment, sheet.version) == ("draft", "Ngon", 3)
    assert client.post(url, {"version": 2, "general_comment": "Ngon"}).status_code == 302
    assert ScoreSheet.objects.get().state == "sealed"


def test_a_general_comment_is_not_replaced_unseen_and_can_be_emptied(client, item, room, at):
    room.fill(item, room.hoa, worth(item.dossier, 60))
    url = reverse("review:seal", args=[item.key])
    acts.save_comment(item, text="Ngon", by=room.hoa, at=at)
    stale = client.post(url, {"version": 1, "general_was": "", "general_comment": "Khô"})
    conflict, page = stale.context["conflict"], stale.content.decode()
    assert (stale.status_code, conflict.stored.value, conflict.yours.value) == (409, "Ngon", "Khô")
    assert 'name="general_was" value="Ngon"' in page
    assert 'name="general_comment" value="Ngon" required' in page
    assert 'name="general_comment" value="Khô" required' in page
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.general_comment, sheet.version) == ("draft", "Ngon", 2)
    assert client.post(url, {"version": 2, "general_was": "Ngon", "general_comment": " "}).status_code == 302
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.general_comment, sheet.content["general_comment"]) == ("sealed", "", "")


def test_a_broken_character_is_named_and_what_was_typed_stays(client, item, room, at):
    room.fill(item, room.hoa, worth(item.dossier, 60))
    url, typed, said = _url(item), "Dứa \ufffd ngọt", "Nhận xét có ký tự hỏng, không đọc và không in được"
    sent = client.post(
        url, {"comment": typed, "keep-base": 1, "keep-operation": "device-a-1"}, headers=FETCHED
    )
    todo = "ở chỗ có □: “Dứa □ ngọt”. Xoá ký tự đó hoặc gõ lại."
    assert (sent.status_code, sent.json()) == (403, {"error": f"{said}, {todo}"})
    form = client.post(url, {"comment": typed, "comment_was": "", "version": 0, "go": "on"})
    assert (form.status_code, form.context["comment"], form.context["comment_was"]) == (422, typed, "")
    assert f"{said}, {todo}" in form.content.decode()
    assert 'name="version" value="0"' in form.content.decode()  # what came meanwhile was not seen yet
    seal = reverse("review:seal", args=[item.key])
    form = client.post(seal, {"general_comment": typed, "general_was": "", "version": 1})
    shown = [form.context[name] for name in ("general_comment", "general_was", "version")]
    assert (form.status_code, shown) == (422, [typed, "", 1])
    assert f"{said}, {todo}" in form.content.decode()
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.comments, sheet.general_comment, sheet.version) == ("draft", {}, "", 1)


def test_a_remark_that_is_too_long_is_told_and_not_cut(client, item, room, at):
    room.fill(item, room.hoa, worth(item.dossier, 60))
    url, typed, said = _url(item), "ngọt " * 500, "Nhận xét dài 2499 ký tự, nhiều nhất 2000 ký tự"
    sent = client.post(
        url, {"comment": typed, "keep-base": 1, "keep-operation": "device-a-1"}, headers=FETCHED
    )
    assert (sent.status_code, sent.json()) == (403, {"error": f"{said}. Rút ngắn rồi gửi lại."})
    form = client.post(url, {"comment": typed, "comment_was": "", "version": 0, "go": "on"})
    assert (form.status_code, form.context["comment"]) == (422, typed)
    assert "maxlength" not in client.get(url).content.decode()
    assert ScoreSheet.objects.get().comments == {}


def test_letters_of_before_unicode_are_named_with_what_they_say(client, item, room, at):
    room.fill(item, room.hoa, worth(item.dossier, 60))
    sent = client.post(
        _url(item), {"comment": "Døa ngät, ®Ñp", "version": 1, "operation": "device-a-1"}, headers=FETCHED
    )
    said = (
        "Nhận xét gõ bằng bảng mã cũ TCVN3 (ABC), máy khác không đọc được. "
        "Chép chữ đã chuyển sang Unicode vào ô: Dứa ngọt, đẹp."
    )
    assert (sent.status_code, sent.json()) == (403, {"error": said})
    assert ScoreSheet.objects.get().comments == {}


def test_a_script_is_told_in_words_that_the_page_may_not_be_seen_any_more(client, item, room, at):
    acts.declare({item: acts.Word(True, Relation.RIVAL, "đối thủ")}, by=room.hoa, at=at)
    answer = client.post(_url(item), {"comment": "Tốt", "comment_was": "Tốt", "version": 0}, headers=FETCHED)
    said = "Đã khai báo xung đột lợi ích nên bạn không xem hồ sơ, phiếu và kết quả của sản phẩm."
    assert (answer.status_code, answer.json()) == (
        403, {"error": f"Bạn không tham gia đánh giá sản phẩm này. {said}"},
    )  # fmt: skip
