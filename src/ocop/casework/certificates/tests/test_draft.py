"""Drafting, amending, submitting, returning and dropping: what happens, what is refused, what is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import changes_since_return, undecided
from ocop.casework.certificates.states import WORKFLOW, DecisionState
from ocop.casework.certificates.writes.texts import word_articles
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused

RECOGNITION, APPROVAL = DecisionKind.RECOGNITION, DecisionKind.APPROVAL_OF_RESULT


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.refusal


MOVES = {
    ("draft", "submit"): "for_signature",
    ("for_signature", "return"): "draft",
    ("for_signature", "sign"): "signed",
    ("draft", "drop"): "dropped",
}


@pytest.mark.parametrize("state", [state.value for state in DecisionState])
@pytest.mark.parametrize("move", ["submit", "return", "sign", "drop"])
def test_every_state_and_move(state, move):
    allowed = {(source.value, m.name): m.target.value for m in WORKFLOW.moves for source in m.sources}
    assert allowed.get((state, move)) == MOVES.get((state, move))


@pytest.mark.parametrize("state", ["draft", "for_signature", "signed", "dropped"])
@pytest.mark.parametrize("move", ["submit", "return", "sign", "drop"])
def test_every_move_on_a_stored_decision(desk, state, move):
    decision = desk.draft()
    if state != "draft":
        extra = (
            {"number": "9-MH/QĐ-UBND", "signed_on": date(2026, 11, 23), "signed_at": desk.at,
             "signer": desk.thinh, "signer_name": "Hoàng Thịnh"}
            if state == "signed" else {}
        )  # fmt: skip
        Decision.objects.filter(pk=decision.pk).update(state=state, **extra)
        decision.refresh_from_db()
    do = {
        "submit": lambda: acts.submit_decision(decision, by=desk.phuc, at=desk.at),
        "return": lambda: acts.return_decision(decision, reason="Sai", by=desk.thinh, at=desk.at),
        "sign": lambda: desk.sign(decision),
        "drop": lambda: acts.drop_decision(decision, reason="Trùng", by=desk.phuc, at=desk.at),
    }[move]
    target = MOVES.get((state, move))
    if target is None:
        assert refusal(do).code == "conflict_state"
        target = state
    else:
        do()
    decision.refresh_from_db()
    assert decision.state == target


@pytest.mark.parametrize("move", ["return", "drop"])
@pytest.mark.parametrize("reason", ["", "  "])
def test_moves_that_need_a_reason(desk, move, reason):
    decision = desk.submitted() if move == "return" else desk.draft()
    with pytest.raises(Refused) as caught:
        transition(decision, move, by=desk.thinh, at=desk.at, reason=reason)
    assert caught.value.refusal.code == "reason_missing"


def test_a_draft_holds_its_results_in_the_order_of_the_meetings(desk, at):
    early = desk.closed_meeting(at.replace(month=10))
    second, first = desk.item("Chè Shan", "73.256", 4), desk.item("Chè đen", "1051/20", 3, meeting=early)
    decision = desk.draft(second, first)
    rows = decision.items.all()
    assert [(row.item, row.position, row.stars, str(row.total)) for row in rows] == [
        (first, 1, 3, "52.55"), (second, 2, 4, "73.26"),
    ]  # fmt: skip
    assert rows[0].printed == {
        "product": "Chè đen", "producer": "Hợp tác xã Mẫu Nà Lốc", "place": "xã Bản Lầu, tỉnh Lào Cai",
        "commune": "xã Bản Lầu, tỉnh Lào Cai", "regulation": "qd-26-2026", "set": 11,
    }  # fmt: skip
    assert (decision.state, decision.drafted_by, decision.subject) == (
        "draft", desk.phuc, "Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026",
    )  # fmt: skip
    entry = Entry.objects.get(action="decision.draft")
    assert (entry.by, entry.data["products"][0][1:]) == (desk.phuc, ["Chè đen", 3, "52.55"])


def test_nothing_chosen(desk):
    refused = refusal(
        lambda: acts.draft_decision(desk.programme, kind=RECOGNITION, items=[], by=desk.phuc, at=desk.at)
    )
    assert str(refused) == "Chưa chọn sản phẩm nào. Đánh dấu ít nhất một sản phẩm rồi thử lại."


@pytest.mark.parametrize(
    ("total", "stars", "words"),
    [
        ("49.99", 2, "“Chè” đạt 49,99 điểm, 2 sao: không ra quyết định công nhận."),
        ("49.996", 2, "“Chè” đạt 49,99 điểm, 2 sao: không ra quyết định công nhận."),
        ("29.99", 1, "“Chè” đạt 29,99 điểm, 1 sao: không ra quyết định công nhận."),
        ("88", 2, "“Chè” đạt 88,00 điểm, 2 sao: không ra quyết định công nhận."),
    ],
)
def test_below_three_stars_there_is_no_decision(desk, total, stars, words):
    item = desk.item("Chè", total, stars, recommendation="none")
    refused = refusal(lambda: desk.draft(item))
    assert (refused.code, refused.what) == ("below_recognition", words)
    assert (
        refused.why
        == "Công nhận từ 50 điểm và đủ yêu cầu tối thiểu của 3 sao; 1, 2 sao không có quyết định (Điều 4)."
    )
    assert DecisionItem.objects.count() == 0


def test_a_damaged_recommendation_below_50_points_is_refused_all_the_same(desk):
    item = desk.item("Chè", "49.99", 3)
    assert refusal(lambda: desk.draft(item)).code == "below_recognition"
    assert refusal(lambda: desk.draft(desk.low())).code == "below_recognition"


def test_exactly_50_points_is_recognised(desk):
    assert desk.draft(desk.item("Chè", "50", 3)).items.get().stars == 3


def test_what_goes_to_the_ministry_is_never_recognised_by_the_province(desk):
    item = desk.for_ministry("Chè cổ thụ")
    refused = refusal(lambda: desk.draft(item))
    assert (refused.code, refused.what) == (
        "goes_to_ministry", "“Chè cổ thụ” được đề nghị 5 sao: tỉnh không công nhận hạng này.",
    )  # fmt: skip
    assert desk.draft(item, kind=APPROVAL).items.get().stars == 5


def test_what_the_council_recognises_does_not_go_to_the_ministry(desk):
    refused = refusal(lambda: desk.draft(desk.item("Chè", "91", 4), kind=APPROVAL))
    assert (refused.code, refused.what) == ("not_for_ministry", "“Chè” không thuộc diện đề nghị trung ương.")


def test_ninety_points_recognised_with_four_stars_where_the_chair_chose_so(desk):
    (certificate,) = desk.sign(desk.submitted(desk.item("Chè", "91", 4)))
    assert certificate.stars == 4


def test_a_result_that_is_not_closed(desk):
    open_meeting = desk.closed_meeting(state="open")
    for item in (desk.item("Chè A", meeting=open_meeting), desk.item("Chè B", state="tallied")):
        refused = refusal(lambda item=item: desk.draft(item))
        assert (refused.code, refused.what) == (
            "result_not_closed", f"“{item.dossier.product.name}” chưa có kết quả chốt của hội đồng.",
        )  # fmt: skip


def test_one_live_decision_per_result(desk):
    item = desk.item("Chè Shan")
    first = desk.draft(item)
    refused = refusal(lambda: desk.draft(item))
    assert (refused.code, refused.what) == (
        "conflict_already_decided",
        "“Chè Shan” đã nằm trong “Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026”.",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionItem.objects.create(
            decision=desk.draft(desk.item("Chè khác")), item=item, product=item.dossier.product,
            position=2, stars=4, total=73,
        )  # fmt: skip
    acts.drop_decision(first, reason="Soạn lại", by=desk.phuc, at=desk.at)
    assert list(undecided(RECOGNITION, desk.phuc, desk.at)) == [item]
    assert desk.draft(item).items.get().item == item


@pytest.mark.parametrize("stars", [1, 2])
def test_the_database_holds_no_decided_product_below_three_stars(desk, stars):
    row = desk.draft().items.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionItem.objects.filter(pk=row.pk).update(stars=stars)


def test_only_the_provincial_office_prepares(desk):
    item, decision = desk.item("Chè A"), desk.draft(desk.item("Chè B"))
    for person in (desk.lan, desk.minh, desk.thinh, desk.quang):
        calls = [
            lambda by=person: acts.draft_decision(
                desk.programme, kind=RECOGNITION, items=[item], by=by, at=desk.at
            ),
            lambda by=person: acts.amend_decision(decision, subject="x", by=by, at=desk.at),
            lambda by=person: acts.submit_decision(decision, by=by, at=desk.at),
            lambda by=person: acts.drop_decision(decision, reason="x", by=by, at=desk.at),
        ]
        for call in calls:
            assert refusal(call).code == "not_province_officer"


def test_who_has_a_conflict_neither_sees_nor_drafts_it(desk):
    item = desk.item("Chè Shan")
    desk.conflict(item, desk.phuc)
    assert list(undecided(RECOGNITION, desk.phuc, desk.at)) == []
    assert list(undecided(RECOGNITION, desk.van, desk.at)) == [item]
    refused = refusal(lambda: desk.draft(item))
    assert (refused.code, refused.what) == ("conflict_of_interest", "Bạn không xử lý được “Chè Shan”.")
    by_van = acts.draft_decision(desk.programme, kind=RECOGNITION, items=[item], by=desk.van, at=desk.at)
    assert not Decision.objects.visible_to(desk.phuc, desk.at).exists()
    assert list(Decision.objects.visible_to(desk.van, desk.at)) == [by_van]
    assert (
        refusal(lambda: acts.submit_decision(by_van, by=desk.phuc, at=desk.at)).code == "conflict_of_interest"
    )


def test_amending_keeps_what_was_taken_out_on_record(desk):
    first, second = desk.item("Chè A"), desk.item("Chè B")
    decision = desk.draft(first)
    acts.amend_decision(decision, items=[second], by=desk.van, at=desk.at)
    assert [(row.item, row.is_live) for row in decision.items.order_by("pk")] == [
        (first, False),
        (second, True),
    ]
    acts.amend_decision(decision, items=[first, second], by=desk.van, at=desk.at)
    assert [row.item for row in decision.items.live()] == [first, second]
    assert decision.items.count() == 2


@pytest.fixture
def written(desk) -> Decision:
    """A draft about two products, of which an article was written in Word."""
    decision = desk.draft(desk.item("Chè A"), desk.item("Chè B"))
    word_articles(decision, {"Điều 2": "Lời khác."}, word="0" * 64, by=desk.phuc, at=desk.at)
    return decision


AGAIN = "được lấy lại từ số liệu"


def amended(client, decision: Decision, items: list[Any]) -> str:
    address = reverse("certificates:amend", args=[decision.key])
    given = {"subject": "Trích yếu khác", "items": [item.pk for item in items]}
    return client.post(address, given, follow=True).content.decode()


def test_another_subject_leaves_what_was_written_in_its_articles(client, desk, written):
    client.force_login(desk.phuc)
    page = amended(client, written, [row.item for row in written.items.live()])
    assert ("Đã sửa dự thảo." in page, AGAIN in page) == (True, False)
    stored = Decision.objects.get()
    assert (stored.subject, stored.texts) == ("Trích yếu khác", {"Điều 2": "Lời khác."})


def test_other_products_put_the_words_of_the_data_back_and_the_page_says_so(client, desk, written):
    address = reverse("certificates:amend", args=[written.key])
    client.force_login(desk.phuc)
    assert AGAIN in client.get(address).content.decode()
    assert AGAIN in amended(client, written, [written.items.live()[0].item])
    assert Decision.objects.get().texts == {}
    assert AGAIN not in client.get(address).content.decode()


def test_only_a_draft_is_amended(desk):
    decision = desk.submitted()
    refused = refusal(lambda: acts.amend_decision(decision, subject="x", by=desk.phuc, at=desk.at))
    assert refused.code == "conflict_not_draft"
    assert refused.what == "“Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026” không còn là dự thảo."


def test_submitting_tells_the_signer(desk):
    decision = desk.draft()
    acts.submit_decision(
        decision, by=desk.van, at=desk.at, letter_no="15-MH/TTr-SNNMT", letter_on=date(2026, 11, 20)
    )
    assert (decision.state, decision.submitted_by, decision.letter_no) == (
        "for_signature",
        desk.van,
        "15-MH/TTr-SNNMT",
    )
    message = Message.objects.get(kind="certificates.submitted")
    assert (message.person, message.url) == (desk.thinh, decision.get_absolute_url())
    assert message.subject == "Chờ ký: Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"letter_no": "15-MH/TTr-SNNMT"}, "letter_incomplete"),
        ({"letter_on": date(2026, 11, 20)}, "letter_incomplete"),
        ({"letter_no": "15/TTr-SNNMT", "letter_on": date(2026, 11, 20)}, "number_malformed"),
        ({"letter_no": "tờ trình 15", "letter_on": date(2026, 11, 20)}, "number_malformed"),
        ({"letter_no": "15-MH/TTr-SNNMT", "letter_on": date(2026, 11, 24)}, "paper_from_future"),
    ],
)
def test_letters_that_cannot_be(desk, given, code):
    decision = desk.draft()
    assert refusal(lambda: acts.submit_decision(decision, by=desk.phuc, at=desk.at, **given)).code == code
    assert decision.state == "draft"


def test_names_are_frozen_when_submitted(desk):
    item = desk.item("Chè Shan")
    decision = desk.submitted(item)
    product = item.dossier.product
    type(product).objects.filter(pk=product.pk).update(name="Tên khác")
    (certificate,) = desk.sign(decision)
    assert certificate.decision_item.printed["product"] == "Chè Shan"


def test_returning_tells_who_prepared_and_shows_what_changed_since(desk):
    first, second = desk.item("Chè A"), desk.item("Chè B")
    decision = desk.submitted(first)
    assert changes_since_return(decision) is None
    acts.return_decision(decision, reason="Thiếu Chè B", by=desk.thinh, at=desk.at)
    message = Message.objects.get(kind="certificates.returned")
    assert (message.person, message.body) == (desk.phuc, "Lý do: Thiếu Chè B")
    back = changes_since_return(decision)
    assert (back.reason, back.is_nothing) == ("Thiếu Chè B", True)

    acts.amend_decision(decision, subject="Công nhận chè", items=[second], by=desk.phuc, at=desk.at)
    acts.submit_decision(decision, by=desk.phuc, at=desk.at)
    changes = changes_since_return(decision)
    assert (changes.added, changes.removed, changes.restarred, changes.old_subject) == (
        ("Chè B",), ("Chè A",), (), "Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026",
    )  # fmt: skip


def test_only_the_signer_returns(desk):
    decision = desk.submitted()
    for person in (desk.van, desk.lan, desk.quang):
        call = lambda by=person: acts.return_decision(decision, reason="x", by=by, at=desk.at)
        assert refusal(call).code == "not_signer"
