"""The inbox."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocop.foundation.notifications.actions import tell
from ocop.foundation.notifications.models import Message

WORDS = {"kind": "dossier.returned", "body": "Thiếu phiếu kiểm nghiệm."}


@pytest.fixture
def lan(client, cast, at):
    """Lan is signed in, with one new message, one read, and Minh has one too."""
    client.force_login(cast.lan)
    old, *_ = tell([cast.lan], subject="Việc cũ", url="/ho-so/6/", at=at, **WORDS)
    Message.objects.filter(pk=old.pk).update(read_at=at)
    tell([cast.lan], subject="Việc mới", url="/tai-khoan/", at=at, **WORDS)
    tell([cast.minh], subject="Việc của Minh", at=at, **WORDS)
    return cast.lan


def subjects(answer):
    return [message.subject for message in answer.context["page"]]


def test_new_messages_first_and_all_on_demand(client, lan):
    assert subjects(client.get("/thong-bao/")) == ["Việc mới"]
    assert subjects(client.get("/thong-bao/?loc=tat-ca")) == ["Việc mới", "Việc cũ"]
    assert client.get("/en/thong-bao/").status_code == 200


def test_every_page_shows_how_many_are_unread(client, lan):
    page = client.get("/tai-khoan/").content.decode()
    assert '<b class="count">1<span class="sr">' in page


def test_looking_does_not_mark_as_read(client, lan):
    client.get("/thong-bao/")
    assert Message.objects.filter(person=lan, read_at__isnull=True).count() == 1


def test_reading_by_post(client, lan):
    message = Message.objects.get(subject="Việc mới")
    assert client.get(f"/thong-bao/{message.pk}/da-doc/").status_code == 405
    assert client.post(f"/thong-bao/{message.pk}/da-doc/").url == "/thong-bao/"
    message.refresh_from_db()
    assert message.read_at is not None
    assert subjects(client.get("/thong-bao/")) == []


def test_opening_marks_as_read_and_goes_there(client, lan):
    message = Message.objects.get(subject="Việc mới")
    assert client.post(f"/thong-bao/{message.pk}/da-doc/", {"open": "1"}).url == "/tai-khoan/"


@pytest.mark.parametrize("url", ["https://xau.vi-du.vn/", "//xau.vi-du.vn", "javascript:alert(1)"])
def test_opening_does_not_leave_the_site(client, lan, url):
    Message.objects.filter(subject="Việc mới").update(url=url)
    message = Message.objects.get(subject="Việc mới")
    assert client.post(f"/thong-bao/{message.pk}/da-doc/", {"open": "1"}).url == "/thong-bao/"


def test_other_peoples_messages_do_not_exist(client, lan):
    message = Message.objects.get(subject="Việc của Minh")
    assert client.post(f"/thong-bao/{message.pk}/da-doc/").status_code == 404


def test_everything_read_at_once(client, lan):
    client.post("/thong-bao/da-doc/")
    assert list(Message.objects.filter(read_at__isnull=True).values_list("subject", flat=True)) == [
        "Việc của Minh"
    ]


def test_what_others_wrote_is_shown_as_text(client, lan, at):
    tell([lan], kind="x", subject="<b>đậm</b>", body="<script>alert(1)</script>", at=at)
    page = client.get("/thong-bao/").content.decode()
    assert ("&lt;b&gt;đậm&lt;/b&gt;" in page, "<script>alert" in page) == (True, False)


def test_a_full_inbox_asks_as_much_as_a_small_one(client, lan, at):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/thong-bao/?loc=tat-ca")
        return len(queries)

    small = asked()
    for number in range(60):
        tell([lan], subject=f"Việc {number}", at=at, **WORDS)
    assert asked() == small
    assert len(subjects(client.get("/thong-bao/?loc=tat-ca&trang=2"))) == 25
    assert len(subjects(client.get("/thong-bao/?loc=tat-ca&trang=99"))) == 12
