"""Telling people."""

import pytest
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy, override

from ocop.foundation.notifications.actions import mark_all_read, mark_read, tell
from ocop.foundation.notifications.models import Envelope, Message
from ocop.foundation.notifications.selectors import OutboxState, outbox_state, unread_count
from ocop.foundation.refusals import Refused

WORDS = {"kind": "dossier.returned", "subject": "Hồ sơ được trả lại", "body": "Thiếu phiếu kiểm nghiệm."}


@pytest.fixture
def with_mail(cast):
    """Lan has an e-mail, Minh has none."""
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    return cast


def test_everybody_gets_a_message_and_who_has_an_email_a_mail(with_mail, at, settings):
    settings.SITE_ADDRESS = "https://ocop.vi-du.vn"
    tell([with_mail.lan, with_mail.minh], **WORDS, url="/ho-so/7/", at=at)
    rows = Message.objects.order_by("person__username").values_list(
        "person__username", "kind", "subject", "url"
    )
    assert list(rows) == [
        ("lan", "dossier.returned", "Hồ sơ được trả lại", "/ho-so/7/"),
        ("minh", "dossier.returned", "Hồ sơ được trả lại", "/ho-so/7/"),
    ]
    mail = Envelope.objects.get()
    assert (mail.recipient, mail.subject, mail.due_at, mail.sent_at) == (
        "lan@vi-du.vn",
        WORDS["subject"],
        at,
        None,
    )
    assert mail.body.split("\n\n")[:2] == ["Thiếu phiếu kiểm nghiệm.", "https://ocop.vi-du.vn/ho-so/7/"]
    assert mail.mail_id.endswith("@ocop.vi-du.vn>")


@pytest.mark.parametrize("written_in", ["vi", "en"])
def test_the_link_leads_to_the_page_in_the_persons_language(with_mail, at, settings, written_in):
    settings.SITE_ADDRESS = "https://ocop.vi-du.vn"
    with_mail.minh.language, with_mail.minh.email = "en", "minh@vi-du.vn"
    with override(written_in):
        tell([with_mail.lan, with_mail.minh], **WORDS, url=reverse("notifications:inbox"), at=at)
    rows = Message.objects.order_by("person__username").values_list("url", flat=True)
    links = [mail.body.split("\n\n")[1] for mail in Envelope.objects.order_by("recipient")]
    with override("vi"):
        vietnamese = reverse("notifications:inbox")
    assert list(rows) == [vietnamese, f"/en{vietnamese}"]
    assert links == [f"https://ocop.vi-du.vn{row}" for row in rows]


def test_nobody_is_told_twice_and_closed_accounts_not_at_all(with_mail, at):
    with_mail.minh.is_active = False
    tell([with_mail.lan, with_mail.lan, with_mail.minh], **WORDS, at=at)
    assert (Message.objects.count(), Envelope.objects.count()) == (1, 1)


def test_lazy_words_become_the_words_of_each_persons_language(with_mail, at):
    with_mail.minh.language = "en"
    subject = gettext_lazy("Đăng nhập")
    tell([with_mail.lan, with_mail.minh], kind="x", subject=subject, body=subject, at=at)
    assert list(Message.objects.order_by("person__username").values_list("subject", flat=True)) == [
        "Đăng nhập",
        "Sign in",
    ]


def test_what_is_rolled_back_is_told_to_nobody(with_mail, at):
    with pytest.raises(RuntimeError, match="too late"), transaction.atomic():
        tell([with_mail.lan], **WORDS, at=at)
        raise RuntimeError("too late")
    assert (Message.objects.count(), Envelope.objects.count()) == (0, 0)


def test_telling_a_thousand_takes_as_many_queries_as_telling_ten(cast, at, django_assert_num_queries):
    people = [cast.person(f"nguoi.{number}", f"Người {number}") for number in range(30)]
    with django_assert_num_queries(3):  # savepoint, messages, release; nobody has an e-mail
        tell(people[:5], **WORDS, at=at)
    with django_assert_num_queries(3):
        tell(people, **WORDS, at=at)


def test_mail_of_the_framework_goes_through_the_outbox_too(db, settings):
    settings.EMAIL_BACKEND = "ocop.foundation.notifications.outbox.OutboxBackend"
    assert send_mail("Đặt lại mật khẩu", "…", "ocop@vi-du.vn", ["a@x.vn", "b@x.vn"]) == 1
    rows = list(Envelope.objects.order_by("id").values_list("recipient", "sender", "subject"))
    assert rows == [
        ("a@x.vn", "ocop@vi-du.vn", "Đặt lại mật khẩu"),
        ("b@x.vn", "ocop@vi-du.vn", "Đặt lại mật khẩu"),
    ]
    assert len(set(Envelope.objects.values_list("mail_id", flat=True))) == 2
    assert outbox_state() == OutboxState(2, Envelope.objects.first().created_at, 0)


def test_reading_counts_the_first_time(cast, at, later):
    message, *_ = tell([cast.lan], **WORDS, at=at)
    mark_read(message=message, by=cast.lan, at=at)
    mark_read(message=message, by=cast.lan, at=later)
    assert Message.objects.get().read_at == at


def test_reading_other_peoples_messages_is_refused(cast, at):
    message, *_ = tell([cast.lan], **WORDS, at=at)
    with pytest.raises(Refused) as caught:
        mark_read(message=message, by=cast.minh, at=at)
    assert caught.value.refusal.code == "not_own"
    assert Message.objects.get().read_at is None


def test_reading_everything_leaves_what_came_meanwhile(cast, at, later):
    tell([cast.lan, cast.minh], **WORDS, at=at)
    tell([cast.lan], **WORDS, at=later)
    assert mark_all_read(by=cast.lan, at=at) == 1
    assert (unread_count(cast.lan), unread_count(cast.minh)) == (1, 1)
