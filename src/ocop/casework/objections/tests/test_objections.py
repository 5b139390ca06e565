"""A producer objects to a result; the province answers: kept, or back to the council."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from ocop.casework.certificates.models import Redo
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.objections import acts
from ocop.casework.objections.invariants import objection_faults
from ocop.casework.objections.models import Objection
from ocop.casework.objections.rules import last_day
from ocop.casework.objections.selectors import waiting
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather
from ocop.kernel.canonical import short_code


@pytest.fixture
def _guarded(db):
    """The database's own guards, which the tests' database lives without."""
    guards.install(connection)
    yield
    guards.remove(connection)


def test_an_objection_is_taken_with_a_receipt(told, client):
    objection = told.filed(proofs=[pdf()])
    assert (objection.state, objection.due_on, objection.product_name, objection.files.count()) == (
        "filed", None, "Rượu ngô", 1,
    )  # fmt: skip
    entry = Entry.objects.get(action="objection.file")
    assert (entry.data["sha256"], entry.data["files"]) == (objection.sha256, 1)
    assert list(objection_faults()) == []
    client.force_login(told.lan)
    page = client.get(objection.get_absolute_url()).content.decode()
    assert short_code(objection.sha256) in page
    assert "Quy chế không quy định hạn" in page
    assert objection.get_absolute_url() in client.get(told.notice.get_absolute_url()).content.decode()
    piles = {one.key: one.count for one in gather(waiting(told.phuc, told.at))}
    assert piles == {"objections.answer": 1}
    assert waiting(told.minh, told.at) == []


def test_the_page_says_until_when_and_takes_it(told, client):
    told.within(10)
    client.force_login(told.lan)
    address = reverse("objections:file", args=[told.notice.item.key])
    assert "03/12/2026" in client.get(address).content.decode()
    answer = client.post(address, {"reason": "Chưa tính 5.1"})
    objection = Objection.objects.get()
    assert (answer.status_code, objection.due_on) == (302, date(2026, 12, 3))
    assert client.post(address, {"reason": "Lần nữa"}).status_code == 409


def test_last_days():
    assert last_day(date(2026, 11, 23), None) is None
    assert last_day(date(2026, 11, 23), 10) == date(2026, 12, 3)
    assert last_day(date(2026, 11, 23), 5) == date(2026, 11, 30)  # a Saturday rolls to Monday


def test_who_may_not(told, at):
    told.within(5)
    late = {"reason": "x", "by": told.lan}
    assert refused(acts.file_objection, told.notice, at=at, reason="x", by=told.quang) == "not_producer"
    assert refused(acts.file_objection, told.notice, at=at, reason="x", by=told.phuc) == "not_producer"
    assert refused(acts.file_objection, told.notice, at=at + timedelta(days=8), **late) == "objection_late"
    objection = told.filed(at=at + timedelta(days=7))
    assert refused(acts.file_objection, told.notice, at=at, **late) == "conflict_objection_waiting"
    wrong = told.answer(by=told.lan)
    assert refused(acts.keep_result, objection, **wrong) == "not_province_officer"
    assert refused(acts.keep_result, objection, **told.answer(answer=" ")) == "answer_missing"
    assert refused(acts.keep_result, objection, **told.answer(number="77/CV")).startswith("number_")
    told.conflict(told.low_one, told.phuc)
    assert refused(acts.keep_result, objection, **told.answer()) == "conflict_of_interest"


def test_the_result_stays(told, at, client):
    objection = told.filed()
    acts.keep_result(objection, **told.answer())
    objection.refresh_from_db()
    assert (objection.state, objection.paper.number, objection.content["is_kept"]) == (
        "kept", "77-MH/CV-SNNMT", True,
    )  # fmt: skip
    assert Message.objects.filter(person=told.lan, kind="objections.answered").count() == 1
    assert refused(acts.keep_result, objection, **told.answer()) == "conflict_state"
    assert Redo.objects.count() == 0
    client.force_login(told.lan)
    assert "tài liệu chưa đủ" in client.get(objection.get_absolute_url()).content.decode()


def test_back_to_the_council(told, at):
    objection = told.filed()
    acts.send_back(objection, **told.answer(answer="Tài liệu đủ, đánh giá lại."))
    objection.refresh_from_db()
    redo = Redo.objects.get()
    assert (objection.state, redo.item, redo.paper) == ("sent_back", told.low_one, objection.paper)
    assert Dossier.objects.get(pk=told.low_one.dossier_id).state == "accepted"
    assert list(objection_faults()) == []
    assert refused(acts.file_objection, told.notice, reason="x", by=told.lan, at=at) == "result_redone"


def test_a_signed_decision_is_annulled_first(told, at):
    item = told.item()
    told.signed(item)
    told.notice = item.notice
    objection = told.filed()
    assert refused(acts.send_back, objection, **told.answer()) == "decision_stands"
    assert Objection.objects.get().state == "filed"


def test_taken_back(told, at):
    objection = told.filed()
    assert refused(acts.withdraw_objection, objection, reason="x", by=told.quang, at=at) == "not_producer"
    acts.withdraw_objection(objection, reason="Đã rõ", by=told.lan, at=at)
    assert Objection.objects.get().state == "withdrawn"
    assert told.filed().state == "filed"


def test_who_reads(told, client):
    objection = told.filed()
    for person, status in ((told.lan, 200), (told.minh, 200), (told.phuc, 200), (told.quang, 404)):
        client.force_login(person)
        assert client.get(objection.get_absolute_url()).status_code == status
    told.conflict(told.low_one, told.van)
    client.force_login(told.van)
    assert client.get(objection.get_absolute_url()).status_code == 404
    client.force_login(told.quang)
    assert client.get(reverse("objections:list")).status_code == 403


@pytest.mark.usefixtures("_guarded")
def test_the_database_keeps_an_answer(told):
    objection = told.filed()
    acts.keep_result(objection, **told.answer())
    Objection.objects.filter(pk=objection.pk).update(file=told.file())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Objection.objects.update(answer="khác")
