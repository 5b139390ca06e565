"""The package to the ministry: what is missing is named, restricted papers stay, what was given stays."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.certificates.acts import draft_decision, sign_decision, submit_decision
from ocop.casework.certificates.models import DecisionItem
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.models import Evidence
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.paperwork import acts
from ocop.casework.paperwork.invariants import handover_faults
from ocop.casework.paperwork.models import Handover
from ocop.casework.paperwork.papers.package import package_for
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.printing.tests.printed import make_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(office, evening) -> DecisionItem:
    """The first product of the meeting with a signed approval; the papers of the meeting made."""
    meeting = office.closed("Dứa sấy dẻo")
    report = office.made(meeting)[-1]
    number = {"number": "07-MH/BC-HĐ", "issued_on": evening.date()}
    acts.number_report(report, **number, by=office.thu, at=evening)
    when = {"by": office.phuc, "at": evening}
    items = [office.item(meeting)]
    decision = draft_decision(office.programme, kind=DecisionKind.APPROVAL_OF_RESULT, items=items, **when)
    submit_decision(decision, **when)
    sign_decision(decision, number="512-MH/QĐ-UBND", signed_on=evening.date(), by=office.thinh, at=evening)
    make_papers(evening)
    return again(decision.items.get())


def again(item: DecisionItem) -> DecisionItem:
    names = ("decision__programme__province", "decision__file", "item__meeting__minutes")
    more = ("item__dossier__product__producer", "item__advisory_report__file")
    return DecisionItem.objects.select_related(*names, *more).get(pk=item.pk)


def with_team_report(office, item: DecisionItem) -> DecisionItem:
    file = store(pdf(), owner="tests", by=office.phuc, at=office.at)
    Paper.objects.filter(pk=item.item.advisory_report_id).update(file=file)
    return again(item)


def test_a_package_is_given_once_whole(office, evening, approved):
    give = {"to": "Bộ", "with_restricted": False, "by": office.phuc, "at": evening}
    assert package_for(approved, at=evening).missing == ["Báo cáo đánh giá của tổ tư vấn"]
    assert refused(acts.hand_over, approved, **give) == "package_incomplete"
    item = with_team_report(office, approved)
    assert refused(acts.hand_over, item, **give | {"to": " "}) == "receiver_missing"
    assert refused(acts.hand_over, item, **give | {"by": office.thu}) == "not_province_officer"
    kept = Evidence.objects.order_by("pk").first()
    Evidence.objects.filter(pk=kept.pk).update(is_restricted=True)
    whole = acts.hand_over(item, **give | {"with_restricted": True})
    given = acts.hand_over(item, **give)
    names = [row["name"] for row in given.contents]
    assert names[:8] == [
        "01-cong-van.pdf", "02-bao-cao-to-tu-van.pdf", "02-bao-cao-hoi-dong.pdf", "02-bien-ban.pdf",
        "02-phieu-danh-gia.pdf", "03-quyet-dinh-phe-duyet.pdf", "04-mau-01.pdf", "04-mau-02.pdf",
    ]  # fmt: skip
    assert len(whole.contents) == len(names) + 1  # the restricted paper
    entry = Entry.objects.filter(action="handover.give").latest("sequence")
    assert entry.data == {
        "to": "Bộ", "sha256": given.sha256, "files": len(names), "restricted": False,
    }  # fmt: skip
    client = Client()
    client.force_login(office.phuc)
    page = client.get(reverse("paperwork:package", args=[item.decision.key, item.pk])).content.decode()
    assert (given.get_absolute_url() in page, "Còn thiếu" in page) == (True, False)
    answer = client.get(given.get_absolute_url())
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.namelist() == [*names, "00-danh-muc.pdf", "00-sha256.txt"]
        sums = archive.read("00-sha256.txt").decode().splitlines()
        assert sums == [f"{row['sha256']}  {row['name']}" for row in given.contents]
    assert list(handover_faults()) == []
    Handover.objects.filter(pk=given.pk).update(contents=given.contents[1:])
    assert list(handover_faults()) == [f"package {given.key}: its list is not the one that was given"]


def test_others_find_no_package(office, evening, approved):
    item = with_team_report(office, approved)
    given = acts.hand_over(item, to="Bộ", with_restricted=False, by=office.phuc, at=evening)
    letter = StoredFile.objects.get(pk=given.contents[0]["file"])
    page = reverse("paperwork:package", args=[item.decision.key, item.pk])
    found = {}
    for person in (office.phuc, office.thinh, office.scene.lan, office.hoa):
        client = Client()
        client.force_login(person)
        found[person.username] = [
            client.get(address).status_code
            for address in (page, given.get_absolute_url(), letter.get_absolute_url())
        ]
    assert found == {
        "phuc": [200, 200, 200], "thinh": [200, 403, 200], "lan": [404, 404, 404], "hoa": [404, 404, 404],
    }  # fmt: skip


def test_not_before_the_approval(office, evening):
    meeting = office.closed("Dứa sấy dẻo")
    when = {"by": office.phuc, "at": evening + timedelta(hours=1)}
    items = [office.item(meeting)]
    decision = draft_decision(office.programme, kind=DecisionKind.APPROVAL_OF_RESULT, items=items, **when)
    item = again(decision.items.get())
    assert refused(acts.hand_over, item, to="Bộ", with_restricted=False, **when) == "result_not_approved"
