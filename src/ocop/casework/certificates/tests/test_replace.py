"""A certificate in place of a wrong one: three people, the check page, the register, every refusal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.papers.certificate import certificate_data
from ocop.casework.certificates.papers.decision import decision_data, decision_pdf
from ocop.casework.certificates.selectors import status_on
from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.dossiers.tests.refusing import refused
from ocop.config.invariants import INVARIANTS
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.models import Printout
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.models import Reckoning
from ocop.registers.products.rules import StandingKind
from tests.walker import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


@pytest.fixture
def old(desk: Desk) -> Certificate:
    """A certificate with a misspelt name."""
    [certificate] = desk.sign(desk.submitted(desk.item("Chè Shan")))
    return certificate


def drafted(desk: Desk, old: Certificate, **facts: Any) -> Decision:
    printed = old.decision_item.printed
    told = {name: printed[name] for name in ("product", "producer", "place")} | {"producer": "HTX Nà Lốc Mới"}
    told |= {"cause": "renamed", "reason": "Giấy đăng ký số 15A8000999.", "by": desk.phuc, "at": desk.at}
    return acts.replace_certificate(old, **told | facts)


def replaced(desk: Desk, old: Certificate, number: str = "530-MH/QĐ-UBND") -> Certificate:
    decision = drafted(desk, old)
    acts.submit_decision(decision, by=desk.van, at=desk.at)
    [new] = desk.sign(decision, number)
    return new


def test_the_new_one_names_the_old_and_the_old_answers_with_the_new(desk: Desk, old: Certificate):
    Message.objects.all().delete()
    new = replaced(desk, old)
    today = desk.at.date()
    assert (new.product_code, new.expires_on, new.stars) == (old.product_code, old.expires_on, old.stars)
    assert (new.replaces, new.code == old.code) == (old, False)
    assert status_on(old, today).kind == StandingKind.REPLACED
    assert status_on(new, today).kind == StandingKind.VALID
    known = new.recognition
    assert (known.number, known.decided_on, known.certificate_code) == (
        "512-MH/QĐ-UBND", old.recognition.decided_on, new.code,
    )  # fmt: skip
    assert [one.recognition_id for one in Reckoning.objects.all()] == [known.pk]  # counted once
    assert {m.person.username for m in Message.objects.filter(kind="certificates.issued")} == {"lan", "minh"}
    page = Walker(Client()).open(f"/xac-minh/{old.code}/")
    page.sees(f"đã được thay bằng giấy mã {new.printed_code}").sees("530-MH/QĐ-UBND")
    page.follow("Xem giấy chứng nhận mới").sees("HTX Nà Lốc Mới").sees(
        f"Giấy này thay giấy mã {old.printed_code}"
    )
    data = certificate_data(Certificate.objects.with_names().get(pk=new.pk))
    assert data["producer"] == "HTX Nà Lốc Mới"
    assert data["facts"][0]["value"].startswith("số 512-MH/QĐ-UBND")
    assert data["facts"][-1]["value"] == f"mã {old.printed_code}, theo QĐ số 530-MH/QĐ-UBND"
    assert Printout.objects.filter(kind="certificates.certificate", thing_id=new.pk).exists()
    decision = Decision.objects.get(number="530-MH/QĐ-UBND")
    assert decision_data(decision)["replaced"][0]["new"] == new.printed_code
    assert decision_pdf(decision, at=desk.at)[:5] == b"%PDF-"
    names = {"certificates", "record of acts", "product codes", "what the check page says"}
    assert [fault for one in INVARIANTS if one.name in names for fault in one.faults()] == []


def test_a_new_one_can_be_replaced_again(desk: Desk, old: Certificate):
    new = replaced(desk, old)
    third = acts.replace_certificate(
        new, cause="wrong", product="Chè Shan tuyết", producer="HTX Nà Lốc Mới", place="Bản Lầu",
        reason="Sai tên.", by=desk.van, at=desk.at,
    )  # fmt: skip
    acts.submit_decision(third, by=desk.phuc, at=desk.at)
    [last] = desk.sign(third, "531-MH/QĐ-UBND")
    assert (last.replaces, last.recognition.number) == (new, "512-MH/QĐ-UBND")
    assert Reckoning.objects.get().recognition_id == last.recognition_id
    assert [fault for one in INVARIANTS if one.name == "certificates" for fault in one.faults()] == []


def test_three_people(desk: Desk, old: Certificate):
    for person in (desk.lan, desk.minh, desk.thinh):
        assert refused(lambda by=person: drafted(desk, old, by=by)) == "not_province_officer"
    decision = drafted(desk, old)
    desk.cast.appoint(desk.van, "signer")
    submit = lambda by: acts.submit_decision(decision, by=by, at=desk.at)
    assert refused(lambda: submit(desk.phuc)) == "preparer_verifies"
    submit(desk.van)
    assert refused(lambda: desk.sign(decision, "530-MH/QĐ-UBND", by=desk.van)) == "drafter_signs"


def test_what_cannot_be_replaced(desk: Desk, old: Certificate):
    printed = old.decision_item.printed
    assert refused(lambda: drafted(desk, old, producer=printed["producer"])) == "nothing_changes"
    decision = drafted(desk, old)
    assert refused(lambda: drafted(desk, old)) == "conflict_being_replaced"
    acts.submit_decision(decision, by=desk.van, at=desk.at)
    early = {"signed_on": old.valid_from - timedelta(days=1)}
    assert refused(lambda: desk.sign(decision, "530-MH/QĐ-UBND", **early)) == "conflict_not_valid"
    assert refused(lambda: desk.sign(decision)) == "number_taken"
    desk.sign(decision, "530-MH/QĐ-UBND")
    assert refused(lambda: drafted(desk, old)) == "not_valid"


def test_dropped_it_may_be_drafted_again(desk: Desk, old: Certificate):
    decision = drafted(desk, old)
    acts.drop_decision(decision, reason="Nhầm.", by=desk.phuc, at=desk.at)
    assert drafted(desk, old).state == "draft"


def test_from_the_page_of_the_certificate(desk: Desk, old: Certificate):
    client = Client()
    client.force_login(desk.phuc)
    walker = Walker(client).open(old.get_absolute_url()).follow("Cấp lại giấy chứng nhận")
    told = {"cause": "wrong", "producer": "HTX Đúng Tên", "reason": "Sai tên chủ thể."}
    walker.press("Soạn quyết định cấp lại", **told).sees("Sai tên chủ thể.").sees("Một cán bộ khác")


def test_a_certificate_does_not_pass_to_another_holder(desk: Desk, old: Certificate):
    """Neither said so nor by the name of another producer of the register."""
    assert refused(lambda: drafted(desk, old, cause="transferred")) == "other_holder"
    other = register_producer(
        fields={"name": "HTX Tiếp Nhận", "legal_form": "cooperative", "registration_no": "15A8000777",
                "commune": desk.cast.commune, "address": "Thôn 1"},
        representative=None, by=desk.lan, at=desk.at,
    )  # fmt: skip
    assert refused(lambda: drafted(desk, old, producer=other.name)) == "other_holder"
    page = Walker(Client())
    page.client.force_login(desk.phuc)
    printed = old.decision_item.printed
    page.open(f"/giay-chung-nhan/{old.code}/cap-lai/").press(
        "Soạn quyết định cấp lại", status=422, cause="transferred", product=printed["product"],
        producer="HTX Khác", place=printed["place"], reason="Mua lại.",
    )  # fmt: skip
    page.sees("không có điều khoản chuyển giấy").sees("nộp hồ sơ đánh giá lần đầu")
    assert not Decision.objects.filter(kind="replacement").exists()
