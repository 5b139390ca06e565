"""A buyer asks without account and cookie; the producer alone reads, answers, marks, reports."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from ocop.casework.inspections.rules.taking import MOST, Scope, is_worked
from ocop.casework.sites import acts
from ocop.casework.sites.models import Asker, Question
from ocop.casework.sites.selectors import waiting
from ocop.casework.sites.tests.cast import Sites
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db
HOME = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object, settings) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    settings.REPORT_WORK_BITS = 6


def send(sites: Sites, headers=None, **given):
    client, address = Client(enforce_csrf_checks=True), f"/san-pham/{sites.product.slug}/hoi/"
    token = re.search(r'name="token" value="([^"]+)"', client.get(address).text)[1]
    work = next(str(n) for n in range(10**6) if is_worked(token, str(n), 6))
    told = {"token": token, "work": work, "text": "Có gửi ra Hà Nội không?", **given}
    return client.post(address, told, headers=HOME if headers is None else headers)


def asked(sites: Sites, contact: str = "0987654321") -> Question:
    told = acts.Asked(f"once-{Question.objects.count()}", "Có gửi ra Hà Nội không?", contact, True)
    return acts.ask_producer(sites.product, told, at=sites.at)


def refused(call, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


def test_from_the_form_to_the_answer_without_a_cookie(sites: Sites, client):
    sent = send(sites, contact="0987654321", consent="on")
    question = Question.objects.get()
    assert (sent.status_code, sent.cookies.output(), question.is_proven) == (302, "", True)
    assert question.asker.contact == "0987654321"
    shown = Client().get(sent["Location"])
    assert "Chưa trả lời" in shown.text
    assert "0987654321" not in shown.text
    told = Message.objects.get(person=sites.lan, kind="sites.question")
    assert "Dứa quả Bản Lầu" in told.subject
    client.force_login(sites.lan)
    page = client.get(question.get_absolute_url())
    assert "0987654321" in page.text
    assert (
        client.post(f"{question.get_absolute_url()}tra-loi/", {"answer": "Có, qua bưu điện."}).status_code
        == 302
    )
    assert "Có, qua bưu điện." in Client().get(sent["Location"]).text
    assert "Có gửi ra Hà Nội" not in Client().get(f"/san-pham/{sites.product.slug}/").text


def test_a_form_sent_twice_is_one_question(sites: Sites):
    assert asked(sites).pk != asked(sites).pk
    again = acts.Asked("once-0", "khác", "", True)
    assert acts.ask_producer(sites.product, again, at=sites.at).text == "Có gửi ra Hà Nội không?"
    assert Question.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"text": ""}, 422, "Bạn muốn hỏi gì?"),
        ({"contact": "0987"}, 422, "Đánh dấu đồng ý"),
        ({"token": "x"}, 422, "Trang này mở đã lâu"),
        ({"text": "a" * 1501}, 422, "Bạn muốn hỏi gì?"),
    ],
)
def test_what_is_not_taken_says_why_and_keeps_the_text(sites: Sites, given, status, said):
    answer = send(sites, **given)
    assert (answer.status_code, said in answer.text, Question.objects.count()) == (status, True, 0)


def test_what_another_site_sends_is_refused(sites: Sites):
    assert send(sites, headers={"Origin": "https://evil.example"}).status_code == 403
    assert send(sites, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not Question.objects.exists()


def test_a_flood_is_stopped(sites: Sites):
    answers = [send(sites).status_code for _n in range(MOST[Scope.MACHINE] + 1)]
    assert answers == [302] * MOST[Scope.MACHINE] + [429]


def test_a_product_that_is_not_public_is_asked_nothing(sites: Sites, client):
    assert client.get("/san-pham/khong-co/hoi/").status_code == 404
    assert client.get("/hoi-dap/ma/KHONGCO/").status_code == 404


def test_only_the_producer_answers_and_once(sites: Sites, at):
    question = asked(sites)
    for stranger in (sites.minh, sites.quang):
        assert refused(acts.answer_question, question, answer="a", by=stranger, at=at) == "not_producer"
        assert refused(acts.mark_spam, question, by=stranger, at=at) == "not_producer"
        assert refused(acts.report_question, question, reason="a", by=stranger, at=at) == "not_producer"
    assert [one.count for one in gather(waiting(sites.lan, at))] == [1]
    acts.answer_question(question, answer="Có.", by=sites.lan, at=at)
    assert refused(acts.answer_question, question, answer="a", by=sites.lan, at=at) == "answered"
    assert refused(acts.mark_spam, question, by=sites.lan, at=at) == "done"
    assert gather(waiting(sites.lan, at)) == []
    assert [entry.action for entry in history(question)] == ["question.answer", "question.ask"]


def test_spam_waits_no_longer(sites: Sites, at):
    question = asked(sites)
    acts.mark_spam(question, by=sites.lan, at=at)
    assert refused(acts.mark_spam, question, by=sites.lan, at=at) == "done"
    assert gather(waiting(sites.lan, at)) == []


def test_officers_read_what_was_reported_without_the_contact(sites: Sites, client, at):
    question = asked(sites)
    client.force_login(sites.minh)
    assert client.get(question.get_absolute_url()).status_code == 404
    acts.report_question(question, reason="Đe doạ", by=sites.lan, at=at)
    assert refused(acts.report_question, question, reason="a", by=sites.lan, at=at) == "reported"
    page = client.get(question.get_absolute_url())
    assert (page.status_code, "Có gửi ra Hà Nội" in page.text, "0987654321" in page.text) == (
        200,
        True,
        False,
    )
    client.force_login(sites.quang)
    assert client.get(question.get_absolute_url()).status_code == 404


def test_questions_go_on_their_day(sites: Sites, at, monkeypatch, capsys):
    asked(sites)
    call_command("forget_questions")
    later = at + timedelta(days=181)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    call_command("forget_questions")
    assert capsys.readouterr().out == "forgotten 0\nforgotten 1\n"
    assert (Question.objects.count(), Asker.objects.count()) == (0, 0)
