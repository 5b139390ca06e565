"""Correcting a signed decision and a notice: papers that name what was wrong; every reason to refuse."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from ocop.casework.certificates import acts
from ocop.casework.certificates.lookup import differing
from ocop.casework.certificates.models import Certificate, Correction, Decision, Lookup, ResultNotice
from ocop.casework.certificates.tests.cast import Desk
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.tests.printed import make_papers, printed_now
from ocop.foundation.refusals import Refused

NOTICED = "31-MH/TB-SNNMT"


def correct(desk: Desk, decision: Decision, **given: Any) -> Correction:
    known = {
        "what": "number", "wrong": "512-MH/QĐ-UBND", "right": "521-MH/QĐ-UBND", "reason": "Ghi nhầm số.",
        "number": "33-MH/UBND-NLN", "issued_on": desk.at.date(), "by": desk.thinh, "at": desk.at,
    }  # fmt: skip
    return acts.correct_decision(decision, **{**known, **given})


def read(correction: Correction) -> str:
    """Its words without blanks: lines break anywhere."""
    pages = PdfReader(io.BytesIO(printed_now(correction))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_a_wrong_number_is_put_right_everywhere_and_both_papers_stay(desk):
    decision = desk.signed(desk.item("Chè Shan"))
    make_papers(desk.at)
    made = correct(desk, decision)
    decision.refresh_from_db()
    assert (decision.number, decision.number_on(desk.at)) == ("512-MH/QĐ-UBND", "521-MH/QĐ-UBND")
    text = read(made)
    for said in ("Số: 33-MH/UBND-NLN", "Quyết định số 512-MH/QĐ-UBND ngày 23/11/2026", "521-MH/QĐ-UBND",
                 "CHỦ TỊCH", "Hoàng Thịnh"):  # fmt: skip
        assert said.replace(" ", "") in text, said
    assert make_papers(desk.at).made == 1
    assert content_of(Correction.objects.get().paper.file) == printed_now(made)
    certificate = Certificate.objects.get()
    assert Lookup.objects.get().facts["corrected"] == [
        ["2026-11-23", "512-MH/QĐ-UBND", "521-MH/QĐ-UBND", "Công văn 33-MH/UBND-NLN"]
    ]
    assert (list(differing()), certificate.recognition.number) == ([], "512-MH/QĐ-UBND")
    entry = Entry.objects.get(action="decision.correct")
    assert (entry.by, entry.reason, entry.data["wrong"]) == (desk.thinh, "Ghi nhầm số.", "512-MH/QĐ-UBND")
    told = Message.objects.filter(kind="certificates.corrected").order_by("person__username")
    assert [one.person.username for one in told] == ["lan", "minh", "phuc", "van"]


def test_swapped_numbers_can_both_be_put_right(desk):
    first = desk.signed(desk.item("Chè Shan"), number="521-MH/QĐ-UBND")
    make_papers(desk.at)
    correct(desk, first, wrong="521-MH/QĐ-UBND", right="512-MH/QĐ-UBND")
    second = desk.signed(desk.item("Chè đen"), number="521-MH/QĐ-UBND")
    assert (second.number, second.number_turn) == ("521-MH/QĐ-UBND", 1)
    for number in ("512-MH/QĐ-UBND", "521-MH/QĐ-UBND"):
        with pytest.raises(Refused) as caught:
            desk.signed(desk.item(f"Mận {number}"), number=number)
        assert caught.value.refusal.code == "number_taken"


def test_a_wrong_name_is_put_right_by_a_decision_and_told_to_those_it_concerns(desk):
    decision = desk.signed(desk.item("Chè Shan"), desk.item("Chè đen"))
    made = correct(
        desk, decision, what="words", wrong="Chè đen", right="Chè đen Bản Lầu", number="530-MH/QĐ-UBND",
        capacity="vice_chair",
    )  # fmt: skip
    text = read(made)
    for said in ("QUYẾT ĐỊNH", "Điều 1.", "“Chè đen”", "“Chè đen Bản Lầu”", "KT. CHỦ TỊCH", "./."):
        assert said.replace(" ", "") in text, said
    corrected = {row.certificate.decision_item.printed["product"]: "corrected" in row.facts
                 for row in Lookup.objects.all()}  # fmt: skip
    assert corrected == {"Chè Shan": False, "Chè đen": True}
    with pytest.raises(Refused) as caught:
        desk.signed(desk.item("Mận"), number="530-MH/QĐ-UBND")
    assert caught.value.refusal.code == "number_taken"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"reason": ""}, "reason_missing"),
        ({"right": ""}, "right_same"),
        ({"right": "521/QĐ-UBND"}, "number_malformed"),
        ({"right": "600-MH/QĐ-UBND"}, "number_taken"),
        ({"number": "33/UBND-NLN"}, "correcting_number_malformed"),
        ({"what": "words", "wrong": "Chè Shan", "right": "Chè", "number": "600-MH/QĐ-UBND"},
         "correcting_number_taken"),
        ({"what": "words", "wrong": "Chè xanh", "number": "530-MH/QĐ-UBND"}, "wrong_not_printed"),
        ({"what": "words", "wrong": "73", "number": "530-MH/QĐ-UBND"}, "wrong_is_a_figure"),
        ({"wrong": "511-MH/QĐ-UBND"}, "wrong_number_overtaken"),
        ({"issued_on": date(2026, 11, 22)}, "signed_too_early"),
        ({"by": "phuc"}, "not_signer"),
        ({"by": "lan"}, "not_signer"),
    ],
)  # fmt: skip
def test_refused_and_nothing_changes(desk, given, code):
    decision = desk.signed(desk.item("Chè Shan"))
    desk.signed(desk.item("Mận"), number="600-MH/QĐ-UBND")
    if "by" in given:
        given = {"by": getattr(desk, given["by"])}
    with pytest.raises(Refused) as caught:
        correct(desk, decision, **given)
    assert (caught.value.refusal.code, Correction.objects.count()) == (code, 0)


def test_what_is_not_signed_is_not_corrected(desk):
    with pytest.raises(Refused) as caught:
        correct(desk, desk.submitted())
    assert caught.value.refusal.code == "not_signed"


def test_the_pages_of_decision_certificate_and_check_say_it(desk, client):
    decision = desk.signed(desk.item("Chè Shan"))
    client.force_login(desk.thinh)
    address = reverse("certificates:correct", args=[decision.key])
    assert address in client.get(decision.get_absolute_url()).content.decode()
    sent = {
        "what": "number", "right": "521-MH/QĐ-UBND", "reason": "Ghi nhầm.", "number": "33-MH/UBND-NLN",
        "issued_on": "23/11/2026", "capacity": "chair",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    certificate = Certificate.objects.get()
    for page in (
        decision.get_absolute_url(),
        certificate.get_absolute_url(),
        f"/xac-minh/{certificate.code}/",
    ):
        assert "“512-MH/QĐ-UBND” nay đúng là “521-MH/QĐ-UBND”" in client.get(page).content.decode(), page
    paper = Correction.objects.get().get_absolute_url()
    assert client.get(paper).status_code == 202
    make_papers(timezone.now())
    assert client.get(paper).status_code == 302
    client.force_login(desk.quang)
    assert client.get(Correction.objects.get().get_absolute_url()).status_code == 404


@pytest.fixture
def notice(desk: Desk) -> ResultNotice:
    return acts.notify_result(
        desk.low("Rượu ngô"), number=NOTICED, noticed_on=desk.at.date(), by=desk.phuc, at=desk.at
    )


def correct_notice(desk: Desk, notice: ResultNotice, **given: Any) -> Correction:
    known = {
        "what": "number", "wrong": NOTICED, "right": "32-MH/TB-SNNMT", "reason": "Ghi nhầm số.",
        "number": "40-MH/SNNMT-PTNT", "issued_on": desk.at.date(), "by": desk.phuc, "at": desk.at,
    }  # fmt: skip
    return acts.correct_notice(notice, **{**known, **given})


def test_a_notice_is_corrected_by_its_office_and_told(desk, notice, client):
    made = correct_notice(desk, notice)
    assert (notice.number, notice.number_on(desk.at)) == (NOTICED, "32-MH/TB-SNNMT")
    text = read(made)
    for said in (f"Thông báo số {NOTICED} ngày 23/11/2026", "32-MH/TB-SNNMT", "Hợp tác xã Mẫu Nà Lốc"):
        assert said.replace(" ", "") in text, said
    told = Message.objects.filter(kind="certificates.corrected").order_by("person__username")
    assert [one.person.username for one in told] == ["lan", "minh"]
    assert Entry.objects.get(action="resultnotice.correct").reason == "Ghi nhầm số."
    client.force_login(desk.lan)
    assert "“32-MH/TB-SNNMT”" in client.get(notice.get_absolute_url()).content.decode()
    assert client.get(made.get_absolute_url()).status_code == 202
    make_papers(desk.at)
    assert client.get(made.get_absolute_url()).status_code == 302
    words = correct_notice(
        desk, notice, what="words", wrong="Rượu ngô", right="Rượu ngô Bản Lầu", number="41-MH/TB-SNNMT"
    )
    assert words.paper.kind == "notice"
    assert "Thôngbáosố32-MH/TB-SNNMT" in read(words)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"right": "32/TB-SNNMT"}, "number_malformed"),
        ({"number": "40/SNNMT"}, "number_malformed"),
        ({"what": "words", "wrong": "Rượu nếp", "right": "Rượu ngô"}, "wrong_not_printed"),
        ({"by": "thinh"}, "not_province_officer"),
    ],
)
def test_a_notice_is_not_corrected(desk, notice, given, code):
    if "by" in given:
        given = {"by": getattr(desk, given["by"])}
    with pytest.raises(Refused) as caught:
        correct_notice(desk, notice, **given)
    assert (caught.value.refusal.code, Correction.objects.count()) == (code, 0)


def test_a_notice_without_number_has_no_wrong_one_and_a_number_is_given_once(desk, notice):
    later = acts.notify_result(desk.low("Cốm"), by=desk.phuc, at=desk.at)
    with pytest.raises(Refused) as caught:
        correct_notice(desk, later, wrong="")
    assert caught.value.refusal.code == "wrong_number_missing"
    with pytest.raises(Refused) as caught:
        acts.number_notice(later, number=NOTICED, noticed_on=date(2026, 11, 20), by=desk.phuc, at=desk.at)
    assert caught.value.refusal.code == "number_taken"
    acts.number_notice(later, number=NOTICED, noticed_on=desk.at.date(), by=desk.phuc, at=desk.at)
