"""From the proposal to the decision, the evaluation done again, and every reason to refuse a step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from ocop.casework.annulment import acts
from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.papers import decision_pdf
from ocop.casework.annulment.selectors import named
from ocop.casework.annulment.tests.cast import REQUEST, Wrongs
from ocop.casework.certificates.models import Lookup, Redo
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import status_on, undecided
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.review.selectors.above import after, other_meetings
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.models import Printout
from ocop.registers.products.models import Reckoning
from ocop.registers.products.rules import StandingKind
from tests.walker import Walker

pytestmark = pytest.mark.django_db
HOLDS = {"record of acts", "annulments", "certificates", "what the check page says"}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def again(annulment: Annulment) -> Annulment:
    return Annulment.objects.with_names().get(pk=annulment.pk)


def walker(person) -> Walker:
    client = Client()
    client.force_login(person)
    return Walker(client)


def test_annul_and_redo(wrongs: Wrongs):
    today = wrongs.at.date()
    annulment = wrongs.verified()
    assert [m.person for m in Message.objects.filter(kind="annulment.prepared")] == [wrongs.van]
    Message.objects.all().delete()
    assert len(wrongs.decide(annulment)) == 1
    done = again(annulment)
    assert (done.state, done.paper.number, done.signer) == ("decided", "640-MH/QĐ-UBND", wrongs.thinh)
    event = wrongs.first.recognition.events.get()
    assert (event.kind, event.on, event.paper) == ("annulled", today, done.paper)
    assert status_on(wrongs.first, today).kind == StandingKind.ANNULLED
    assert Lookup.objects.get(certificate=wrongs.first).facts["happened"] == [
        ["2026-11-23", "annulled", "640-MH/QĐ-UBND"]
    ]
    assert wrongs.first.recognition_id not in Reckoning.objects.values_list("recognition", flat=True)
    told = {(m.person.username, m.kind) for m in Message.objects.exclude(kind="certificates.redo")}
    assert told == {(who, "annulment.decided") for who in ("lan", "minh", "phuc", "van")}
    item = wrongs.first.decision_item.item
    assert Redo.objects.get(item=item).paper == done.paper
    dossier = Dossier.objects.get(pk=item.dossier_id)
    assert (dossier.state, dossier.outcome) == ("accepted", "")
    assert dossier in ready_for_agenda(wrongs.at)  # free for a new meeting
    assert item not in undecided(DecisionKind.RECOGNITION, wrongs.phuc, wrongs.at)
    item.refresh_from_db()
    assert item.state == "closed"  # the earlier result stays as it was
    newer = wrongs.item(dossier=dossier, meeting=wrongs.closed_meeting())
    assert after(item).startswith("Kết quả này không còn tính; đánh giá lại từ 23/11/2026")
    assert (other_meetings(item), other_meetings(newer)) == ([newer], [item])  # linked both ways
    assert Printout.objects.filter(kind="annulment.annulment", thing_id=done.pk).exists()
    assert [fault for one in INVARIANTS if one.name in HOLDS for fault in one.faults()] == []
    left = next(one for one in INVARIANTS if one.name == "rows as acts left them")
    assert [fault for fault in left.faults() if fault.startswith("annulment.")] == []
    Walker(Client()).open(f"/xac-minh/{wrongs.first.code}/").sees("huỷ bỏ").sees("640-MH/QĐ-UBND")
    assert status_on(wrongs.second, today).kind == StandingKind.VALID


def test_a_whole_decision_without_a_redo(wrongs: Wrongs):
    annulment = wrongs.verified("512-MH/QĐ-UBND", redo=False, ground="province", basis_file=pdf())
    assert [row.product_name for row in wrongs.decide(annulment)] == ["Chè Shan", "Chè đen"]
    assert (Redo.objects.count(), Dossier.objects.filter(state="concluded").count()) == (0, 2)
    assert annulment.basis.file.owner == "annulment.basis"


def test_a_result_without_recognition_is_evaluated_again(wrongs: Wrongs):
    item = wrongs.low()
    Dossier.objects.filter(pk=item.dossier_id).update(registration_no="12-15/PĐK-2026")
    assert refused(lambda: wrongs.prepared("12-15/PĐK-2026", redo=False)) == "nothing_to_annul"
    [row] = wrongs.decide(wrongs.verified("12-15/PĐK-2026"))
    assert (row.recognition, row.item) == (None, item)
    assert Dossier.objects.get(pk=item.dossier_id).state == "accepted"


def test_what_cannot_be_annulled_is_left_out_and_the_others_go_on(wrongs: Wrongs):
    annulment = wrongs.verified(wrongs.first.code, wrongs.second.code)
    wrongs.second.recognition.events.create(on=wrongs.at.date(), kind="revoked")
    page = walker(wrongs.phuc).open(annulment.get_absolute_url())
    page.sees("Không huỷ bỏ được: đã thu hồi")
    assert [row.product_name for row in wrongs.decide(annulment)] == ["Chè Shan"]
    assert list(AnnulmentItem.objects.filter(annulment=annulment).values_list("left_out", flat=True)) == [
        "", "đã thu hồi",
    ]  # fmt: skip


def test_another_open_dossier_keeps_a_redo_away(wrongs: Wrongs):
    first = wrongs.first.decision_item.item.dossier
    Dossier.objects.create(
        product=first.product, regulation_code="qd-26-2026", set_number=11, commune=first.commune,
        state="draft", created_at=wrongs.at, created_by=wrongs.lan, updated_at=wrongs.at,
    )  # fmt: skip
    assert refused(lambda: wrongs.prepared(wrongs.first.code)) == "nothing_to_annul"
    assert wrongs.prepared(wrongs.first.code, redo=False).state == "prepared"


def test_three_people_and_nobody_twice(wrongs: Wrongs):
    wrongs.cast.appoint(wrongs.phuc, "signer")
    wrongs.cast.appoint(wrongs.van, "signer")
    prepared = wrongs.prepared()
    verify = {"finding": "Đã xem.", "at": wrongs.at}
    assert refused(lambda: acts.verify_annulment(prepared, by=wrongs.phuc, **verify)) == "preparer_verifies"
    for person in (wrongs.lan, wrongs.minh, wrongs.thinh):
        assert refused(lambda by=person: acts.verify_annulment(prepared, by=by, **verify)) == (
            "not_province_officer"
        )
        assert refused(lambda by=person: wrongs.prepared(wrongs.second.code, by=by)) == "not_province_officer"
    acts.verify_annulment(prepared, by=wrongs.van, **verify)
    for person in (wrongs.phuc, wrongs.van):
        assert refused(lambda by=person: wrongs.decide(prepared, by=by)) == "preparer_signs"
    assert refused(lambda: wrongs.decide(prepared, by=wrongs.minh)) == "not_signer"
    assert len(wrongs.decide(prepared)) == 1


def test_papers_and_days(wrongs: Wrongs):
    none = dict.fromkeys(REQUEST, "") | {"basis_on": None}
    assert refused(lambda: wrongs.prepared(**none)) == "basis_missing"
    for part in REQUEST:
        half = REQUEST | {part: None if part == "basis_on" else ""}
        assert refused(lambda given=half: wrongs.prepared(**given)) == "basis_incomplete"
    day = REQUEST["basis_on"]
    assert refused(lambda: wrongs.prepared(ground="province", due_on=day)) == "due_not_ministrys"
    assert refused(lambda: wrongs.prepared(due_on=day - timedelta(days=1))) == "due_too_early"
    scan = ContentFile(pdf().read(), name="de-nghi.pdf")
    annulment = wrongs.verified(basis_file=scan)
    assert refused(wrongs.prepared) == "conflict_in_another"
    assert refused(lambda: wrongs.decide(annulment, "640/ABC")) == "number_malformed"
    assert refused(lambda: wrongs.decide(annulment, signed_on=date(2026, 11, 15))) == "signed_too_early"
    later = wrongs.at.date() + timedelta(days=1)
    assert refused(lambda: wrongs.decide(annulment, signed_on=later)) == "signed_in_future"
    wrongs.decide(annulment)
    other = wrongs.verified(wrongs.second.code)
    assert refused(lambda: wrongs.decide(other)) == "paper_already_filed"
    assert wrongs.second.recognition.events.count() == 0  # nothing of a refused signature stays
    assert decision_pdf(other, at=wrongs.at)[:5] == b"%PDF-"


def test_it_goes_back_or_ends_and_no_other_move_is_there(wrongs: Wrongs):
    annulment = wrongs.verified()
    acts.return_annulment(annulment, reason="Xem lại.", by=wrongs.thinh, at=wrongs.at)
    assert (annulment.state, again(annulment).verified_by) == ("prepared", None)
    acts.drop_annulment(annulment, reason="Nhầm.", by=wrongs.phuc, at=wrongs.at)
    decided = wrongs.verified(wrongs.second.code)
    wrongs.decide(decided)
    at = wrongs.at
    moves = (
        lambda one: acts.verify_annulment(one, finding="x", by=wrongs.van, at=at),
        lambda one: acts.return_annulment(one, reason="x", by=wrongs.thinh, at=at),
        lambda one: wrongs.decide(one, "641-MH/QĐ-UBND"),
        lambda one: acts.drop_annulment(one, reason="x", by=wrongs.phuc, at=at),
    )
    for one in (annulment, decided):
        for move in moves:
            before = Entry.objects.count()
            assert refused(lambda move=move, one=one: move(again(one))).startswith("conflict_")
            assert Entry.objects.count() == before


def test_lines_name_acts_of_the_own_ground_each_once(wrongs: Wrongs):
    text = f"{wrongs.first.product_code}\n{wrongs.first.code}\n512-MH/QĐ-UBND\nkhông có"
    found = named(text, person=wrongs.phuc, at=wrongs.at)
    assert [one.product.name for one in found.found] == ["Chè Shan", "Chè đen"]
    assert found.unknown == ["không có"]
    assert named(wrongs.first.code, person=wrongs.hoa, at=wrongs.at).found == []


def test_from_the_certificate_to_the_decision(wrongs: Wrongs):
    page = walker(wrongs.phuc).open(wrongs.first.get_absolute_url()).follow("Lập đề nghị huỷ bỏ")
    told = {"ground": "ministry", "redo": "yes", "reason": "Sai trình tự."}
    page.press("Lập đề nghị", status=422, **told).sees("phải có văn bản đề nghị của Bộ")
    paper = {**REQUEST, "basis_on": "16/11/2026", "due_on": "31/12/2026"}
    page.press("Lập đề nghị", **told, **paper).sees("Chờ xác minh").sees("Bộ yêu cầu xong chậm nhất ngày")
    page.sees("còn 38 ngày")
    walker(wrongs.van).open("/viec/").sees("31/12/2026")
    walker(wrongs.van).open(page.url).follow("Xác nhận đã xác minh").press(
        "Xác nhận đã xác minh", finding="Đúng là sai."
    )
    thinh = walker(wrongs.thinh).open(page.url).follow("Ký quyết định huỷ bỏ").sees("Chè Shan")
    thinh.press("Ký quyết định huỷ bỏ", number="640-MH/QĐ-UBND", signed_on="23/11/2026").sees("Đã huỷ bỏ")
    walker(wrongs.phuc).open("/huy-bo/?q=che+shan").sees("640-MH/QĐ-UBND")
    for person in (wrongs.lan, wrongs.minh):
        client = Client()
        client.force_login(person)
        assert client.get(page.url).status_code == 404
