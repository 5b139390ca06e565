"""A re-evaluation: what it says, when it is filed, what the register learns, papers that end."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts.submit import Incomplete
from ocop.casework.dossiers.invariants import hand_in_faults, renewal_faults
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import ExclusionGround, Outcome
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.casework.dossiers.selectors import waiting
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.dossiers.writes import conclude, evaluate, exclude_in_review, schedule
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.kernel.calendar import renewal_result_due
from ocop.registers.products.writes import record_event


@pytest.fixture(autouse=True)
def _today(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages speak on the day of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)


def events(dossier: Dossier) -> list[tuple[str, date]]:
    assert dossier.recognition is not None
    return list(dossier.recognition.events.values_list("kind", "on"))


@pytest.mark.parametrize(
    ("left", "is_late"), [(180, False), (150, False), (120, False), (119, True), (1, True)]
)
def test_filing_counts_with_the_commune_both_ends_in_time_and_late_is_marked(
    scene: Scene, left: int, is_late: bool
) -> None:
    dossier = scene.renewal(expires_on=scene.at.date() + timedelta(days=left))
    scene.submit(dossier)
    dossier.refresh_from_db()
    assert (dossier.state, dossier.filed_late) == ("submitted", is_late)
    assert events(dossier) == [("renewal_filed", scene.at.date())]
    told = Message.objects.filter(person=scene.minh).latest("pk").subject
    assert told.startswith("Hồ sơ đánh giá lại nộp muộn" if is_late else "Hồ sơ mới")
    assert list(renewal_faults()) == list(hand_in_faults()) == []


def test_before_the_window_it_is_a_draft_and_the_day_is_named(scene: Scene, client: Client) -> None:
    dossier = scene.renewal(expires_on=scene.at.date() + timedelta(days=181))
    with pytest.raises(Refused) as caught:
        scene.submit(dossier)
    assert caught.value.refusal.code == "renewal_too_early"
    opens = scene.at.date() + timedelta(days=1)
    assert f"{opens:%d/%m/%Y}" in str(caught.value.refusal)
    assert events(dossier) == []
    client.force_login(scene.lan)
    page = client.get(reverse("dossiers:submit", args=[dossier.key])).content.decode()
    assert f"nhận từ ngày {opens:%d/%m/%Y}" in page
    scene.submit(dossier, at=scene.at + timedelta(days=1))
    assert events(dossier) == [("renewal_filed", opens)]


def test_filed_again_after_a_return_it_keeps_its_day(scene: Scene) -> None:
    dossier = scene.renewal(expires_on=scene.at.date() + timedelta(days=120))
    scene.submit(dossier)
    acts.receive_dossier(dossier, by=scene.minh, at=scene.at)
    mend = acts.ToMend("form_02_plan", "Phần IV", "Viết rõ hơn")
    acts.return_dossier(dossier, reason="Bổ sung", items=[mend], by=scene.minh, at=scene.at)
    for item in dossier.returns.get().items.all():
        acts.mark_mended(item, is_done=True, by=scene.lan, at=scene.at)
    scene.submit(dossier, at=scene.at + timedelta(days=9))
    dossier.refresh_from_db()
    assert dossier.filed_late is False
    assert events(dossier) == [("renewal_filed", scene.at.date())]


def test_what_was_revoked_meanwhile_is_not_filed(scene: Scene) -> None:
    dossier = scene.renewal()
    record_event(dossier.recognition, kind="revoked", on=scene.at.date(), by=scene.phuc, at=scene.at)
    assert refused(lambda: scene.submit(dossier)) == "recognition_gone"


def test_each_heading_is_filled_or_marked_unchanged(scene: Scene) -> None:
    dossier = scene.renewal()
    fields = {"same_label": False, "markets": " "}
    acts.save_updates(dossier, fields=fields, by=scene.lan, at=scene.at)
    with pytest.raises(Incomplete) as caught:
        scene.submit(dossier)
    assert [(gap.code, gap.target) for gap in caught.value.gaps] == [
        ("update_missing", "label"),
        ("update_missing", "markets"),
    ]


def test_headings_are_only_of_a_renewal_and_of_its_producer(scene: Scene) -> None:
    dossier = scene.renewal()
    fields = {"label": "Nhãn mới"}
    assert refused(lambda: acts.save_updates(dossier, fields=fields, by=scene.minh, at=scene.at))
    with pytest.raises(ValueError, match="weather"):
        acts.save_updates(dossier, fields={"weather": "Nắng"}, by=scene.lan, at=scene.at)
    scene.submit(dossier)
    code = refused(lambda: acts.save_updates(dossier, fields=fields, by=scene.lan, at=scene.at))
    assert code == "conflict_not_editable"
    other = scene.draft(scene.make_product("Dứa khác", scene.producer, scene.lan))
    assert refused(lambda: acts.save_updates(other, fields=fields, by=scene.lan, at=scene.at)) == "other_kind"


def test_a_paper_that_is_over_is_named_and_blocks(scene: Scene) -> None:
    dossier = scene.renewal()
    yesterday = scene.at.date() - timedelta(days=1)
    scene.add(dossier, "other", title="Kiểm nghiệm 2025", expires_on=yesterday)
    with pytest.raises(Incomplete) as caught:
        scene.submit(dossier)
    assert [gap.code for gap in caught.value.gaps] == ["paper_ended"]
    assert "“Kiểm nghiệm 2025” đã hết hạn" in str(caught.value.refusal)


def test_one_that_may_end_before_the_result_is_a_doubt(scene: Scene) -> None:
    dossier = scene.renewal()
    scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=scene.at.date() + timedelta(days=20))
    with pytest.raises(Refused) as caught:
        acts.submit_dossier(
            dossier, request_key=uuid4(), declared_true=True, by=scene.lan, at=scene.at, confirmed=False
        )
    assert "có thể trước khi có quyết định" in str(caught.value.refusal)


def test_one_that_ended_meanwhile_blocks_the_proposal_until_it_was_issued_anew(scene: Scene) -> None:
    dossier = scene.renewal()
    paper = scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=scene.at.date() + timedelta(days=3))
    acts.receive_dossier(scene.submit(dossier).dossier, by=scene.minh, at=scene.at)
    scene.check(dossier)
    later = scene.at + timedelta(days=4)
    with pytest.raises(Refused) as caught:
        acts.propose_dossier(dossier, by=scene.minh, at=later)
    assert caught.value.refusal.code == "paper_ended"
    assert "Kiểm nghiệm" in str(caught.value.refusal)
    acts.renew_evidence(paper, upload=pdf(2), expires_on=date(2028, 1, 1), number="2", by=scene.lan, at=later)
    assert acts.propose_dossier(dossier, by=scene.minh, at=later).state == "proposed"


def test_the_days_for_the_result_begin_with_the_proposal(scene: Scene, client: Client) -> None:
    dossier = scene.to_province(scene.renewal())
    due = renewal_result_due(scene.at.date())
    assert dossier.result_due_on == due
    assert (due - scene.at.date()).days >= 45
    piles = {pile.key: list(pile.rows) for pile in waiting(scene.phuc, scene.at)}
    assert piles["dossiers.results"] == [dossier]
    client.force_login(scene.phuc)
    page = client.get(dossier.get_absolute_url()).content.decode()
    assert f"{due:%d/%m/%Y}" in page
    assert "Hạn có kết quả" in client.get(reverse("dossiers:desk")).content.decode()


def test_a_first_dossier_has_no_such_day(scene: Scene) -> None:
    assert scene.proposed().result_due_on is None


def test_a_result_below_three_stars_ends_an_extension_and_no_term(scene: Scene) -> None:
    dossier = scene.to_province(scene.renewal())
    for move in (schedule, evaluate):
        move(dossier, by=scene.phuc, at=scene.at)
    conclude(dossier, outcome=Outcome.NOT_RECOGNISED, by=scene.phuc, at=scene.at)
    assert events(dossier)[1:] == [("renewal_result", scene.at.date())]


def test_an_exclusion_is_a_result_too(scene: Scene) -> None:
    dossier = scene.to_province(scene.renewal())
    ground = ExclusionGround.FORGED
    exclude_in_review(dossier, ground=ground, reason="Giả", by=scene.phuc, at=scene.at)
    assert ("renewal_result", scene.at.date()) in events(dossier)


def test_papers_that_end_within_the_new_term_are_a_task_of_the_producer(scene: Scene) -> None:
    dossier = scene.renewal()
    soon = scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=scene.at.date() + timedelta(days=200))
    scene.add(dossier, "other", title="Đất", expires_on=date(2035, 1, 1))

    def tasks(person: object) -> list[object]:
        return next(list(one.rows) for one in waiting(person, scene.at) if one.key == "dossiers.papers")

    assert tasks(scene.lan) == []
    scene.submit(dossier)
    assert tasks(scene.lan) == [soon]
    assert tasks(scene.quang) == []
    acts.renew_evidence(soon, upload=pdf(2), expires_on=date(2034, 1, 1), by=scene.lan, at=scene.at)
    assert tasks(scene.lan) == []


def test_pages_of_a_renewal(scene: Scene, client: Client) -> None:
    dossier = scene.renewal(expires_on=scene.at.date() + timedelta(days=100))
    client.force_login(scene.lan)
    for name in ("detail", "updates", "beside", "submit", "evidence"):
        answer = client.get(reverse(f"dossiers:{name}", args=[dossier.key]))
        assert answer.status_code == 200, name
        if name in {"detail", "beside", "submit"}:
            assert "nộp muộn" in answer.content.decode().lower(), name
    client.post(reverse("dossiers:updates", args=[dossier.key]), {"label": "Nhãn mới", "same_tests": "on"})
    said = {row.heading: (row.text, row.is_unchanged) for row in dossier.updates.all()}
    assert (said["label"], said["tests"]) == (("Nhãn mới", False), ("", True))
    same = {f"same_{heading}": True for heading in Heading}
    acts.save_updates(dossier, fields=same, by=scene.lan, at=scene.at)
    scene.submit(dossier)
    client.force_login(scene.minh)
    page = client.get(reverse("dossiers:beside", args=[dossier.key])).content.decode()
    assert "Chín nội dung cập nhật" in page
    assert "nhập từ danh bạ" in page
    assert "Đánh giá lại, nộp muộn" in client.get(reverse("dossiers:desk")).content.decode()


def test_papers_print_the_updates_and_the_lateness(scene: Scene, client: Client) -> None:
    dossier = scene.renewal(expires_on=scene.at.date() + timedelta(days=30))
    submission = scene.submit(dossier)
    client.force_login(scene.lan)
    addresses = {
        "form_01": ("nộp muộn", [dossier.key]),
        "form_02": ("Thêm hai siêu thị", [dossier.key]),
        "receipt_pdf": ("nộp muộn", [dossier.key, submission.code]),
    }
    for name, (words, keys) in addresses.items():
        answer = client.get(reverse(f"dossiers:{name}", args=keys))
        said = " ".join(" ".join(page.extract_text() for page in PdfReader(_file(answer)).pages).split())
        assert words in said, name
    page = client.get(reverse("dossiers:content", args=[dossier.key])).content.decode()
    assert "Thêm hai siêu thị ở Hà Nội." in page


def _file(answer: Any) -> io.BytesIO:
    content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
    return io.BytesIO(content)
