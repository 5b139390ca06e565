"""Handing in: it happens once, it freezes, it is recorded and told;
it is refused for each thing that is missing.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.selectors import submitted_content
from ocop.casework.dossiers.tests.cast import TOURISM, Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.codes import parse_receipt_code
from ocop.kernel.law import load_regulations
from ocop.registers.products.acts import amend_product


def test_gives_a_receipt_and_waits_to_be_received(scene: Scene) -> None:
    submission = scene.submit(scene.fill(scene.draft()))
    dossier = Dossier.objects.get()
    assert (dossier.state, dossier.submitted_at, dossier.received_at) == ("submitted", scene.at, None)
    assert dossier.commune_due_on is None
    assert (submission.number, submission.at, submission.by) == (1, scene.at, scene.lan)
    assert parse_receipt_code(submission.code) == submission.code


def test_what_is_stored_is_what_was_hashed(scene: Scene) -> None:
    submission = Submission.objects.get(pk=scene.submit(scene.fill(scene.draft())).pk)
    assert sha256_hex(submission.content) == submission.content_hash


def test_the_content_holds_everything(scene: Scene) -> None:
    frozen = submitted_content(scene.submitted())
    assert sorted(frozen) == [
        "answers", "dossier", "evidence", "form", "format", "producer", "product",
        "regulation_fingerprint", "representative",
    ]  # fmt: skip
    assert frozen["regulation_fingerprint"] == load_regulations()["qd-26-2026"].fingerprint
    assert frozen["producer"]["registration_no"] == "15A8000123"
    assert frozen["representative"]["ethnicity"] == "Mông"
    assert frozen["answers"]["1.1"] == {"choice": 1, "description": ""}
    assert [entry["kind"] for entry in frozen["evidence"]] == [
        "business_registration",
        "production_eligibility",
    ]
    assert frozen["form"]["declared_true"] is True


def test_later_changes_of_the_register_do_not_touch_it(scene: Scene) -> None:
    dossier = scene.submitted()
    before = submitted_content(dossier)
    amend_product(scene.product, fields={"description": "Khác"}, by=scene.lan, at=scene.at)
    assert submitted_content(dossier) == before


def test_a_double_click_hands_in_once(scene: Scene) -> None:
    dossier = scene.fill(scene.draft())
    key = uuid4()
    first, again = (
        acts.submit_dossier(dossier, request_key=key, declared_true=True, by=scene.lan, at=scene.at)
        for _ in range(2)
    )
    assert first == again
    assert Submission.objects.count() == 1
    assert Message.objects.filter(kind="dossiers.to_receive").count() == 1


def test_another_request_after_the_first_is_refused(scene: Scene) -> None:
    dossier = scene.submitted()
    assert refused(lambda: scene.submit(dossier)) == "conflict_state"


def test_the_key_of_a_receipt_opens_it_to_nobody_else(scene: Scene) -> None:
    dossier = scene.submitted()
    key = dossier.submissions.get().request_key
    assert (
        refused(lambda: acts.submit_dossier(dossier, request_key=key, by=scene.quang, at=scene.at))
        == "not_entitled"
    )


def test_is_recorded_with_code_and_hash(scene: Scene) -> None:
    submission = scene.submit(scene.fill(scene.draft()))
    entry = history(submission.dossier)[0]
    assert (entry.action, entry.from_state, entry.to_state, entry.by) == (
        "dossier.submit", "draft", "submitted", scene.lan,
    )  # fmt: skip
    assert entry.data == {
        "code": submission.code, "number": 1, "content_hash": submission.content_hash,
        "regulation_fingerprint": load_regulations()["qd-26-2026"].fingerprint,
    }  # fmt: skip


def test_is_told_to_producer_and_commune(scene: Scene) -> None:
    submission = scene.submit(scene.fill(scene.draft()))
    told = {message.person: (message.subject, message.body) for message in Message.objects.all()}
    assert told == {
        scene.lan: (
            "Đã nộp hồ sơ “Dứa sấy dẻo”",
            f"Mã biên nhận {submission.code}. Xã tiếp nhận rồi mới tính hạn kiểm tra; bạn được báo.",
        ),
        scene.minh: (
            "Hồ sơ mới: Dứa sấy dẻo",
            f"HTX Dứa Bản Lầu nộp hồ sơ, mã {submission.code}. Hạn kiểm tra tính từ ngày tiếp nhận.",
        ),
    }


def test_each_reads_it_in_their_own_language(scene: Scene) -> None:
    scene.minh.language = "en"
    scene.minh.save()
    submission = scene.submit(scene.fill(scene.draft()))
    message = Message.objects.get(person=scene.minh)
    assert (message.subject, message.body) == (
        "New dossier: Dứa sấy dẻo",
        f"HTX Dứa Bản Lầu submitted a dossier, code {submission.code}. "
        "The days of the check count from receipt.",
    )


def test_is_refused_with_every_gap_named(scene: Scene) -> None:
    dossier = scene.draft()
    with pytest.raises(acts.Incomplete) as info:
        scene.submit(dossier)
    named = [(gap.code.value, gap.target) for gap in info.value.gaps]
    headings = ["materials", "quality", "markets", "figures"]
    assert named[:4] == [("results_missing", f"business_results_{name}") for name in headings]
    assert ("unanswered", "1.1") in named
    assert ("samples_missing", "5") in named
    assert info.value.refusal.code == "incomplete"
    assert "Chưa trả lời tiêu chí 1.1. Nguồn nguyên liệu." in str(info.value)


def test_a_refused_one_loses_nothing_and_tells_nobody(scene: Scene) -> None:
    dossier = acts.save_form(scene.draft(), fields={"production_plan": "Mở rộng"}, by=scene.lan, at=scene.at)
    assert refused(lambda: scene.submit(dossier)) == "incomplete"
    stored = Dossier.objects.get()
    assert (stored.state, stored.production_plan, stored.declared_true) == ("draft", "Mở rộng", False)
    assert not Message.objects.exists()


def test_without_a_registration_number(scene: Scene) -> None:
    producer = scene.make_producer("HTX Mới", "", scene.lan)
    dossier = scene.fill(scene.draft(scene.make_product("Dứa mới", producer, scene.lan)))
    with pytest.raises(acts.Incomplete) as info:
        scene.submit(dossier)
    assert [gap.code.value for gap in info.value.gaps] == ["registration_missing"]
    assert "Chủ thể chưa có số đăng ký kinh doanh" in str(info.value)


def test_an_association_with_another_product_than_tourism(scene: Scene) -> None:
    producer = scene.make_producer("Hội Dứa", "15A9", scene.lan, legal_form="association")
    dossier = scene.fill(scene.draft(scene.make_product("Dứa hội", producer, scene.lan)))
    with pytest.raises(acts.Incomplete) as info:
        scene.submit(dossier)
    assert [gap.code.value for gap in info.value.gaps] == ["form_not_admitted"]


def test_an_association_with_tourism_and_no_samples(scene: Scene) -> None:
    producer = scene.make_producer("Hội Du lịch", "15A9", scene.lan, legal_form="association")
    product = scene.make_product("Bản làng", producer, scene.lan, set_number=TOURISM)
    assert scene.submit(scene.fill(scene.draft(product))).dossier.state == "submitted"


def test_without_the_statement(scene: Scene) -> None:
    dossier = scene.fill(scene.draft())
    with pytest.raises(acts.Incomplete) as info:
        acts.submit_dossier(dossier, request_key=uuid4(), by=scene.lan, at=scene.at)
    assert [gap.code.value for gap in info.value.gaps] == ["statement_missing"]


@pytest.mark.parametrize("who", ["quang", "minh", "phuc"])
def test_others_are_refused(scene: Scene, who: str) -> None:
    dossier = scene.fill(scene.draft())
    call = lambda: acts.submit_dossier(
        dossier, request_key=uuid4(), declared_true=True, by=getattr(scene, who), at=scene.at
    )
    assert refused(call) == "not_entitled"


def test_somebody_whose_right_ended_a_minute_ago_is_refused(scene: Scene) -> None:
    dossier = scene.fill(scene.draft())
    scene.producer.representations.update(ends_at=scene.at + timedelta(minutes=1))
    assert refused(lambda: scene.submit(dossier, at=scene.at + timedelta(minutes=2))) == "not_entitled"


def test_what_can_hardly_succeed_is_asked_again_with_what_is_missing(scene: Scene) -> None:
    """Lowest options everywhere, and papers that no criterion cites."""
    dossier = scene.fill(scene.draft())
    given = {"request_key": uuid4(), "declared_true": True, "by": scene.lan, "at": scene.at}
    with pytest.raises(Refused) as caught:
        acts.submit_dossier(dossier, confirmed=False, **given)
    refusal = caught.value.refusal
    assert refusal.code == "unconfirmed"
    assert "Chưa có giấy tờ nào gắn với" in str(refusal.why)
    assert "dưới khung 3 sao (từ 50 điểm)" in str(refusal.why)
    assert acts.submit_dossier(dossier, confirmed=True, **given).number == 1


def test_the_page_asks_once_more(scene: Scene, client: Client) -> None:
    dossier = scene.fill(scene.draft())
    client.force_login(scene.lan)
    address = reverse("dossiers:submit", args=[dossier.key])
    sent = {"request_key": str(uuid4()), "declared_true": "on", "confirmed": "False"}
    asked = client.post(address, sent)
    page = asked.content.decode()
    assert (asked.status_code, "dưới khung 3 sao" in page) == (422, True)
    assert 'type="checkbox" name="confirmed"' in page
    assert client.post(address, sent | {"confirmed": "on"}).status_code == 302
