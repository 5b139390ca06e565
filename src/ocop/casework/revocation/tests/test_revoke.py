"""From the proposal to the decision, and every reason to refuse a step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from ocop.casework.certificates.models import Lookup
from ocop.casework.certificates.selectors import status_on
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.revocation import acts
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.papers import decision_pdf
from ocop.casework.revocation.rules import RESTS_ON, Evidence, Ground, due_on, is_ministrys
from ocop.casework.revocation.selectors import named
from ocop.casework.revocation.states import RevocationState
from ocop.casework.revocation.tests.cast import BASIS, Cases
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import Listing
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.writes import record_event

HOLDS = {"record of acts", "revocations", "product codes", "what the check page says"}
"""What holds although the council's part is written as rows."""
NO_BASIS = dict.fromkeys(BASIS, "") | {"basis_on": None}


def again(revocation: Revocation) -> Revocation:
    return Revocation.objects.with_names().get(pk=revocation.pk)


def test_a_revocation_goes_through_three_hands_and_everybody_knows_at_once(cases: Cases):
    revocation = cases.verified(cases.first, cases.second)
    assert [m.person for m in Message.objects.filter(kind="revocation.prepared")] == [cases.van]
    assert revocation.due_on == date(2026, 12, 1)  # 15 days from the conclusion of 16 November
    Message.objects.all().delete()

    assert len(cases.decide(revocation)) == 2

    done = again(revocation)
    assert (done.state, done.paper.number, done.signer) == ("decided", "600-MH/QĐ-UBND", cases.thinh)
    for certificate in (cases.first, cases.second):
        event = certificate.recognition.events.get()
        assert (event.kind, event.on, event.paper) == ("revoked", cases.at.date(), done.paper)
        assert status_on(certificate, cases.at.date()).kind == StandingKind.REVOKED
        told = Lookup.objects.get(certificate=certificate).facts["happened"]
        assert told == [["2026-11-23", "revoked", "600-MH/QĐ-UBND"]]
        assert Listing.objects.get(product=certificate.product).ending_id == event.pk
    told = {(m.person.username, m.subject) for m in Message.objects.filter(kind="revocation.decided")}
    names = "Thu hồi giấy chứng nhận OCOP: Chè Shan, Chè đen"
    assert told == {(who, names) for who in ("lan", "minh", "phuc", "van")}
    entry = Entry.objects.filter(action="revocation.sign").get()
    assert (entry.by_id, entry.data["number"]) == (cases.thinh.pk, "600-MH/QĐ-UBND")
    assert [row["name"] for row in done.content["products"]] == ["Chè Shan", "Chè đen"]
    assert done.content["bases"][-1].startswith("Căn cứ Kết luận số 15/KL-QLCL ngày 16 tháng 11 năm 2026")
    assert decision_pdf(done, at=cases.at)[:5] == b"%PDF-"
    faults = [fault for one in INVARIANTS if one.name in HOLDS for fault in one.faults()]
    assert faults == []
    left = next(one for one in INVARIANTS if one.name == "rows as acts left them")
    assert [fault for fault in left.faults() if fault.startswith("revocation.")] == []


def test_what_cannot_be_taken_back_is_left_out_and_the_others_go_on(cases: Cases):
    revocation = cases.verified(cases.first, cases.second)
    record_event(
        cases.second.recognition, kind=EventKind.ANNULLED, on=cases.at.date(), by=cases.phuc, at=cases.at
    )
    assert [row.product_name for row in cases.decide(revocation)] == ["Chè Shan"]
    assert list(RevocationItem.objects.values_list("left_out", flat=True)) == ["", "Đã huỷ bỏ"]
    assert [row["name"] for row in again(revocation).content["products"]] == ["Chè Shan"]
    with pytest.raises(Refused) as nothing:
        cases.prepared(cases.second)
    assert nothing.value.refusal.code == "nothing_to_revoke"


@pytest.mark.parametrize("ground", Ground)
def test_each_ground_has_the_paper_it_needs(cases: Cases, ground: Ground):
    if RESTS_ON[ground] == Evidence.ANY:
        assert cases.prepared(ground=ground, **NO_BASIS).due_on is None
    else:
        assert refused(lambda: cases.prepared(ground=ground, **NO_BASIS)) == "basis_missing"
        assert cases.prepared(ground=ground).basis.number == BASIS["basis_no"]


def test_half_a_paper_is_refused_and_a_scan_stays_with_a_whole_one(cases: Cases):
    for part in BASIS:
        half = BASIS | {part: None if part == "basis_on" else ""}
        assert refused(lambda given=half: cases.prepared(ground=Ground.MARK, **given)) == "basis_incomplete"
    scan = ContentFile(pdf().read(), name="ket-luan.pdf")
    kept = cases.prepared(basis_file=scan).basis.file
    assert (kept.owner, kept.name) == ("revocation.basis", "ket-luan.pdf")
    other = cases.prepared(cases.second)
    assert other.basis.file == kept  # the same conclusion, on record once


def test_three_people_and_nobody_twice(cases: Cases):
    cases.cast.appoint(cases.phuc, "signer")
    cases.cast.appoint(cases.van, "signer")
    prepared = cases.prepared()
    verify = {"finding": "Đã xem.", "at": cases.at}
    assert refused(lambda: acts.verify_revocation(prepared, by=cases.phuc, **verify)) == "preparer_verifies"
    for person in (cases.lan, cases.minh, cases.thinh):
        assert refused(lambda by=person: acts.verify_revocation(prepared, by=by, **verify)) == (
            "not_province_officer"
        )
        assert refused(lambda by=person: cases.prepared(cases.second, by=by)) == "not_province_officer"
    acts.verify_revocation(prepared, by=cases.van, **verify)
    for person in (cases.phuc, cases.van):
        assert refused(lambda by=person: cases.decide(prepared, by=by)) == "preparer_signs"
    assert refused(lambda: cases.decide(prepared, by=cases.minh)) == "not_signer"
    with pytest.raises(IntegrityError), transaction.atomic():
        Revocation.objects.filter(pk=prepared.pk).update(verified_by=cases.phuc)
    assert len(cases.decide(prepared)) == 1


def test_the_signature_has_a_number_and_a_day_that_can_be(cases: Cases):
    revocation = cases.verified()
    today = cases.at.date()
    assert refused(lambda: cases.decide(revocation, "600/ABC")) == "number_malformed"
    assert refused(lambda: cases.decide(revocation, signed_on=date(2026, 11, 15))) == "signed_too_early"
    assert (
        refused(lambda: cases.decide(revocation, signed_on=today + timedelta(days=1))) == "signed_in_future"
    )
    cases.decide(revocation)
    other = cases.verified(cases.second)
    assert refused(lambda: cases.decide(other)) == "paper_already_filed"
    assert cases.second.recognition.events.count() == 0  # nothing of a refused signature stays


def test_it_goes_back_and_is_verified_again_or_ends_without_a_decision(cases: Cases):
    revocation = cases.verified()
    acts.return_revocation(revocation, reason="Xem lại vùng trồng.", by=cases.thinh, at=cases.at)
    assert (revocation.state, again(revocation).verified_by) == ("prepared", None)
    told = Message.objects.filter(kind="revocation.returned")
    assert {m.person for m in told} == {cases.phuc, cases.van}
    acts.verify_revocation(revocation, finding="Đã xem lại.", by=cases.van, at=cases.at)
    acts.drop_revocation(revocation, reason="Đã có chứng nhận mới.", by=cases.phuc, at=cases.at)
    assert again(revocation).state == RevocationState.DROPPED
    assert status_on(cases.first, cases.at.date()).kind == StandingKind.VALID
    assert cases.prepared().state == RevocationState.PREPARED  # free for another proposal


def test_two_proposals_about_one_product_are_refused(cases: Cases):
    cases.prepared(cases.first)
    assert refused(lambda: cases.prepared(cases.second, cases.first)) == "conflict_in_another"


def test_five_stars_are_the_ministers(cases: Cases):
    top = cases.of_ministry()
    assert refused(lambda: cases.prepared(top, cases.second)) == "several_authorities"
    revocation = cases.verified(top)
    assert refused(lambda: cases.decide(revocation)) == "ministrys"
    letter = {"letter_no": "700-MH/UBND-NLN", "letter_on": cases.at.date(), "by": cases.phuc, "at": cases.at}
    assert refused(lambda: acts.send_revocation(cases.verified(cases.second), **letter)) == "not_ministrys"
    assert (
        refused(lambda: acts.send_revocation(revocation, **letter | {"letter_no": "x"})) == "number_malformed"
    )
    acts.send_revocation(revocation, **letter)
    told = {"number": "95/QĐ-BNNMT", "by": cases.phuc, "at": cases.at}
    early = cases.at.date() - timedelta(days=1)
    assert (
        refused(lambda: acts.record_answer(again(revocation), signed_on=early, **told)) == "signed_too_early"
    )
    acts.record_answer(again(revocation), signed_on=cases.at.date(), file=pdf(), **told)
    done = again(revocation)
    assert (done.state, done.paper.issuer, done.signer) == (
        "decided", "Bộ trưởng Bộ Nông nghiệp và Môi trường", None,
    )  # fmt: skip
    assert top.events.get().kind == "revoked"


def test_every_move_from_every_state(cases: Cases):
    """Moves that the table does not have are refused; nothing is written then."""
    dropped = cases.prepared()
    acts.drop_revocation(dropped, reason="Nhầm.", by=cases.phuc, at=cases.at)
    decided = cases.verified()
    cases.decide(decided)
    prepared = cases.prepared(cases.second)
    at = cases.at
    moves = {
        "verify": lambda one: acts.verify_revocation(one, finding="x", by=cases.van, at=at),
        "return": lambda one: acts.return_revocation(one, reason="x", by=cases.thinh, at=at),
        "sign": lambda one: cases.decide(one, "601-MH/QĐ-UBND"),
        "drop": lambda one: acts.drop_revocation(one, reason="x", by=cases.phuc, at=at),
    }
    legal = {("prepared", "verify"), ("prepared", "drop")}
    for one in (prepared, dropped, decided):
        for name, move in moves.items():
            if (one.state, name) in legal:
                continue
            before = Entry.objects.count()
            assert refused(lambda move=move, one=one: move(again(one))).startswith("conflict_"), (
                one.state,
                name,
            )
            assert Entry.objects.count() == before


def test_codes_name_products_of_the_own_ground_each_once(cases: Cases):
    first, second = cases.first, cases.second
    text = f" {first.product_code}\n{first.code}\n\n{second.code.lower()}.\nkhông có\n15-99999-1-2026"
    found = named(text, person=cases.phuc, at=cases.at)
    assert [one.pk for one in found.found] == [first.recognition_id, second.recognition_id]
    assert found.unknown == ["không có", "15-99999-1-2026"]
    assert named(first.code, person=cases.hoa, at=cases.at).found == []


@pytest.mark.parametrize(
    ("stars", "is_his"), [([3, 4, None], False), ([5], True), ([5, 5], True), ([4, 5], None), ([], None)]
)
def test_who_decides(stars, is_his):
    assert is_ministrys(stars) is is_his


@pytest.mark.parametrize(
    ("concluded", "due"),
    [
        (None, None),
        (date(2026, 11, 16), date(2026, 12, 1)),
        (date(2026, 11, 20), date(2026, 12, 7)),  # the 15th day is a Saturday
    ],
)
def test_the_last_day_counts_from_the_paper(concluded, due):
    assert due_on(concluded) == due
