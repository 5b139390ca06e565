"""The outbox is emptied: with retries, never twice, and nothing is lost with a dead mail server."""

import socket
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as Locmem
from django.core.management import call_command

from ocop.foundation.notifications.delivery import Round, claim, deliver_due
from ocop.foundation.notifications.models import Envelope
from ocop.foundation.notifications.outbox import new_mail_id
from ocop.foundation.notifications.rules import HOLD, MOST_ATTEMPTS, wait_after

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


class Refusing(Locmem):
    """A server that refuses mail to one person."""

    def send_messages(self, messages):
        if messages[0].to == ["khong-co@x.vn"]:
            raise SMTPRecipientsRefused({"khong-co@x.vn": (550, b"no such user")})
        return super().send_messages(messages)


class Dropping(Locmem):
    """A server that goes away in the middle."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("Connection unexpectedly closed")


class Dying(Locmem):
    """The process dies after the mail has left, before that is written down."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise SystemExit


@pytest.fixture(autouse=True)
def _transport(settings):
    settings.OCOP_MAIL_TRANSPORT = LOCMEM


def use(settings, transport):
    settings.OCOP_MAIL_TRANSPORT = f"{transport.__module__}.{transport.__qualname__}"


def envelope(recipient="lan@x.vn", due_at=NOW, **more):
    facts = {"subject": "Hồ sơ được trả lại", "body": "…", "created_at": due_at, "mail_id": new_mail_id()}
    return Envelope.objects.create(recipient=recipient, due_at=due_at, **{**facts, **more})


def clock(at=NOW):
    return lambda: at


def state(row):
    row.refresh_from_db()
    return row.attempts, row.due_at, row.sent_at, row.given_up_at


def test_due_mails_leave_once_with_their_id(db):
    first, second = envelope(), envelope("minh@x.vn")
    future = envelope("hoa@x.vn", due_at=NOW + timedelta(seconds=1))
    assert deliver_due(clock()) == Round(sent=2)
    assert deliver_due(clock()) == Round()
    assert [message.to for message in mail.outbox] == [["lan@x.vn"], ["minh@x.vn"]]
    sent = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert sent == [first.mail_id, second.mail_id]
    assert (first.sent_at, state(first)[2], state(future)[2]) == (None, NOW, None)


def test_a_dead_mail_server_loses_nothing_and_costs_no_attempt(db, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.OCOP_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    row = envelope()
    done = deliver_due(clock())
    assert (done.sent, done.failed) == (0, 0)
    assert done.server_fault.startswith("ConnectionRefusedError")
    assert state(row) == (0, NOW, None, None)
    settings.OCOP_MAIL_TRANSPORT = LOCMEM
    assert deliver_due(clock()) == Round(sent=1)


def test_a_server_that_goes_away_ends_the_round(db, settings):
    use(settings, Dropping)
    first, second = envelope(), envelope("minh@x.vn")
    assert deliver_due(clock()).server_fault.startswith("SMTPServerDisconnected")
    assert state(first) == (0, NOW + wait_after(1), None, None)
    assert state(second) == (0, NOW, None, None)


def test_one_refused_mail_does_not_stop_the_others_and_waits_longer_each_time(db, settings):
    use(settings, Refusing)
    bad, good = envelope("khong-co@x.vn"), envelope()
    assert deliver_due(clock()) == Round(sent=1, failed=1)
    assert state(good)[2] == NOW
    at = NOW
    for attempts in range(1, 4):
        assert state(bad) == (attempts, at + wait_after(attempts), None, None)
        assert deliver_due(clock(at + wait_after(attempts) - timedelta(seconds=1))) == Round()
        at += wait_after(attempts)
        assert deliver_due(clock(at)) == Round(failed=1)
    assert bad.last_error.startswith("SMTPRecipientsRefused")


def test_at_last_it_is_given_up_and_stays_visible(db, settings):
    use(settings, Refusing)
    bad = envelope("khong-co@x.vn", attempts=MOST_ATTEMPTS - 1)
    assert deliver_due(clock()) == Round(failed=1)
    assert state(bad) == (MOST_ATTEMPTS, NOW + HOLD, None, NOW)
    assert deliver_due(clock(NOW + timedelta(days=30))) == Round()


def test_what_one_worker_holds_no_other_takes(db):
    row = envelope()
    assert claim(NOW) == row
    assert claim(NOW) is None
    assert claim(NOW + HOLD - timedelta(seconds=1)) is None
    taken_over = claim(NOW + HOLD)
    assert (taken_over, taken_over.attempts) == (row, 2)


def test_a_death_between_sending_and_noting_sends_the_same_mail_again(db, settings):
    use(settings, Dying)
    row = envelope()
    with pytest.raises(SystemExit):
        deliver_due(clock())
    assert state(row)[2] is None
    settings.OCOP_MAIL_TRANSPORT = LOCMEM
    assert deliver_due(clock()) == Round()
    assert deliver_due(clock(NOW + HOLD)) == Round(sent=1)
    assert {message.extra_headers["Message-ID"] for message in mail.outbox} == {row.mail_id}
    assert len(mail.outbox) == 2


def test_a_worker_that_lost_its_hold_changes_nothing(db, settings):
    row = envelope()
    use(settings, Slow)
    Slow.pk = row.pk
    assert deliver_due(clock()) == Round(sent=1)
    assert state(row) == (2, NOW + 2 * HOLD, None, None)


class Slow(Locmem):
    """While this one sends, its hold runs out and another worker takes the envelope over."""

    pk = 0

    def send_messages(self, messages):
        assert claim(NOW + HOLD).pk == self.pk
        return super().send_messages(messages)


def test_command_sends_and_says_how_much(db, capsys):
    envelope(due_at=datetime(2020, 1, 1, tzinfo=UTC))
    call_command("deliver")
    assert capsys.readouterr().out == "sent 1, failed 0; papers 0, failed 0\n"
    assert Envelope.objects.get().sent_at is not None


def test_nothing_due_opens_no_connection(db, settings):
    settings.OCOP_MAIL_TRANSPORT = "no.such.module"
    assert deliver_due(clock()) == Round()
