"""The ministry's answer: 5 stars, or below 90 and what the province makes of it; every refusal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import CentralAnswer, Certificate, DecisionItem
from ocop.casework.certificates.papers.decision import decision_data, decision_pdf
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import undecided, waiting
from ocop.casework.certificates.selectors.packages import package_of
from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.config.invariants import INVARIANTS
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather
from ocop.registers.products.models import Recognition
from tests.walker import Walker

pytestmark = pytest.mark.django_db
CODE = "15-02788-7-2026"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


@pytest.fixture
def item(desk: Desk) -> DecisionItem:
    """A product whose package went to the ministry today."""
    return proposed(desk, "Chè cổ thụ", "519-MH/QĐ-UBND", "61-MH/UBND-NLN")


def proposed(desk: Desk, name: str, number: str, letter: str) -> DecisionItem:
    decision = desk.signed(desk.for_ministry(name), kind=DecisionKind.APPROVAL_OF_RESULT, number=number)
    row = decision.items.get()
    acts.record_proposal(
        row, letter_no=letter, letter_on=desk.at.date(), sent_on=desk.at.date(),
        package={part.value: True for part in package_of(row)}, by=desk.phuc, at=desk.at,
    )  # fmt: skip
    return row


def answer(desk: Desk, item: DecisionItem, outcome: str = "recognised", **facts: Any) -> CentralAnswer:
    known = {"product_code": CODE} if outcome == "recognised" else {"score": Decimal("82.5")}
    told = {
        "number": "95/QĐ-BNNMT", "signed_on": desk.at.date(), "by": desk.phuc, "at": desk.at,
        **known, **facts,
    }  # fmt: skip
    return acts.record_central_answer(item, outcome=outcome, **told)


def faults() -> list[str]:
    names = {"answers of the ministry", "record of acts", "certificates", "what the check page says"}
    return [fault for one in INVARIANTS if one.name in names for fault in one.faults()]


def piles(desk: Desk, key: str) -> list[str]:
    found = gather(pile for pile in waiting(desk.phuc, desk.at) if pile.key == key)
    return [row.title for one in found for row in one.items]


def test_five_stars_come_into_the_register_and_the_check_page_answers(desk: Desk, item: DecisionItem):
    Message.objects.all().delete()
    made = answer(desk, item, file=pdf())
    known = Recognition.objects.get()
    assert (known.stars, known.number, known.product_code, known.expires_on) == (
        5, "95/QĐ-BNNMT", CODE, date(2029, 11, 23),
    )  # fmt: skip
    assert (made.recognition, made.paper.file.owner) == (known, "certificates.central")
    dossier = Dossier.objects.get(pk=item.item.dossier_id)
    assert (dossier.state, dossier.outcome) == ("concluded", "recognised")
    told = {(m.person.username, m.subject) for m in Message.objects.all()}
    assert told == {(who, "“Chè cổ thụ” được công nhận OCOP 5 sao") for who in ("lan", "minh")}
    shopper = Walker(Client()).open(f"/xac-minh/{CODE}/")
    shopper.sees("5 sao").sees("95/QĐ-BNNMT").sees("Bộ Nông nghiệp và Môi trường công nhận")
    assert faults() == []


def test_below_90_the_province_uses_the_central_result(desk: Desk, item: DecisionItem):
    answer(desk, item, "below", number="31/BNNMT-PTNT")
    assert CentralAnswer.objects.get().stars == 4
    assert piles(desk, "certificates.settle") == ["Chè cổ thụ"]
    decision = acts.use_central_result(item, by=desk.phuc, at=desk.at)
    assert piles(desk, "certificates.settle") == []
    assert refused(lambda: acts.use_central_result(item, by=desk.phuc, at=desk.at)) == "conflict_central_used"
    redo = lambda: acts.redo_after_answer(item, reason="x", by=desk.phuc, at=desk.at)
    assert refused(redo) == "conflict_central_used"
    assert refused(lambda: acts.amend_decision(decision, items=[item.item], by=desk.phuc, at=desk.at)) == (
        "fixed_products"
    )
    acts.submit_decision(decision, by=desk.phuc, at=desk.at)
    Message.objects.all().delete()
    [certificate] = desk.sign(decision, "520-MH/QĐ-UBND")
    row = certificate.decision_item
    assert (certificate.stars, row.total, row.answer.paper.number) == (4, Decimal("82.5"), "31/BNNMT-PTNT")
    assert Dossier.objects.get(pk=item.item.dossier_id).outcome == "recognised"
    assert {m.person.username for m in Message.objects.filter(kind="certificates.issued")} == {"lan", "minh"}
    assert faults() == []
    assert "31/BNNMT-PTNT" in decision_data(decision)["bases"][-1]
    assert decision_pdf(decision, at=desk.at)[:5] == b"%PDF-"


def test_below_90_the_province_evaluates_again(desk: Desk, item: DecisionItem):
    answer(desk, item, "below", number="31/BNNMT-PTNT")
    assert refused(lambda: acts.redo_after_answer(item, reason=" ", by=desk.phuc, at=desk.at)) == (
        "reason_missing"
    )
    acts.redo_after_answer(item, reason="Chấm lại theo điểm trung ương.", by=desk.phuc, at=desk.at)
    dossier = Dossier.objects.get(pk=item.item.dossier_id)
    assert (dossier.state, dossier.outcome) == ("accepted", "")
    assert dossier in ready_for_agenda(desk.at)
    assert item.item not in undecided(DecisionKind.APPROVAL_OF_RESULT, desk.phuc, desk.at)
    assert refused(lambda: acts.use_central_result(item, by=desk.phuc, at=desk.at)) == "conflict_central_used"
    client = Client()
    client.force_login(desk.phuc)
    Walker(client).open(item.decision.get_absolute_url()).sees("Đánh giá lại từ 23/11/2026")


@pytest.mark.parametrize(
    ("outcome", "facts", "code"),
    [
        ("recognised", {"signed_on": date(2026, 11, 22)}, "signed_too_early"),
        ("recognised", {"signed_on": date(2026, 11, 24)}, "signed_in_future"),
        ("recognised", {"score": Decimal("89.99")}, "score_otherwise"),
        ("recognised", {"product_code": ""}, "product_code_malformed"),
        ("recognised", {"product_code": "15-1"}, "product_code_malformed"),
        ("recognised", {"expires_on": date(2026, 11, 23)}, "expires_too_early"),
        ("recognised", {"number": ""}, "paper_incomplete"),
        ("recognised", {"number": "88/QĐ-BNNMT"}, "number_taken"),
        ("below", {"score": None}, "score_missing"),
        ("below", {"score": Decimal("90")}, "score_otherwise"),
        ("below", {"score": Decimal("-1")}, "score_otherwise"),
        ("below", {"score": Decimal("65"), "stars": 4}, "stars_above_score"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_stays(
    desk: Desk, item: DecisionItem, outcome: str, facts: dict[str, Any], code: str
):
    Paper.objects.create(
        kind="decision", number="88/QĐ-BNNMT", issued_on=desk.at.date(), year=2026,
        issuer="Bộ trưởng Bộ Nông nghiệp và Môi trường", subject="x", filed_by=desk.phuc, filed_at=desk.at,
    )  # fmt: skip
    papers = Paper.objects.count()
    assert refused(lambda: answer(desk, item, outcome, **facts)) == code
    assert (CentralAnswer.objects.count(), Recognition.objects.count()) == (0, 0)
    assert Paper.objects.count() == papers


def test_who_when_and_how_often(desk: Desk, item: DecisionItem):
    for person in (desk.lan, desk.minh, desk.thinh):
        assert refused(lambda by=person: answer(desk, item, by=by)) == "not_province_officer"
    [other] = desk.signed(
        desk.for_ministry("Trà khác"), kind=DecisionKind.APPROVAL_OF_RESULT, number="521-MH/QĐ-UBND"
    ).items.all()
    assert refused(lambda: answer(desk, other)) == "not_proposed"
    assert refused(lambda: acts.use_central_result(item, by=desk.phuc, at=desk.at)) == "no_central_result"
    answer(desk, item)
    assert refused(lambda: answer(desk, item, "below")) == "conflict_already_answered"
    assert refused(lambda: acts.use_central_result(item, by=desk.phuc, at=desk.at)) == "no_central_result"


def test_one_decision_of_the_minister_recognises_several(desk: Desk, item: DecisionItem):
    other = proposed(desk, "Trà khác", "521-MH/QĐ-UBND", "62-MH/UBND-NLN")
    answer(desk, item)
    assert refused(lambda: answer(desk, other)) == "product_code_of_another"
    assert answer(desk, other, product_code="15-02788-8-2026").paper == CentralAnswer.objects.first().paper
    assert Certificate.objects.count() == 0


def test_the_officer_records_it_on_the_page(desk: Desk, item: DecisionItem):
    client = Client()
    client.force_login(desk.phuc)
    walker = Walker(client).open(item.decision.get_absolute_url()).sees("Đang trước Bộ")
    walker.follow("Ghi kết quả của Bộ")
    told = {"outcome": "below", "number": "31/BNNMT-PTNT", "signed_on": "23/11/2026"}
    walker.press("Ghi kết quả", status=422, **told).sees("phải ghi điểm của hội đồng trung ương")
    walker.press("Ghi kết quả", score="82,5", **told).sees("82,50 điểm")
    walker.follow("Công nhận theo kết quả trung ương").press("Soạn dự thảo").sees("Theo kết quả trung ương")
