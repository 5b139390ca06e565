"""Taking envelopes out of the outbox.

A worker claims one envelope at a time: under a row lock it moves `due_at` to the end of its hold and counts
the attempt, so that no second worker takes it meanwhile. It sends outside of any transaction and then writes
`sent_at`. If it dies between the two, the hold runs out and the mail leaves again under the same Message-ID,
by which servers and readers know it as the same mail: never lost, and never twice in effect.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPServerDisconnected
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import connection, transaction

from ocop.foundation.notifications.models import Envelope
from ocop.foundation.notifications.rules import HOLD, MOST_ATTEMPTS, wait_after

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@dataclass
class Round:
    """What one round did. `server_fault` says why the mail server could not be reached;
    then nothing was touched.
    """

    sent: int = 0
    failed: int = 0
    server_fault: str = ""


def deliver_due(clock: Clock, most: int = 500) -> Round:
    """Sends what is due, oldest first. A dead mail server ends the round; it costs no envelope an attempt."""
    done = Round()
    if not _due(clock()).exists():
        return done
    transport = get_connection(settings.OCOP_MAIL_TRANSPORT)
    try:
        transport.open()
        while done.sent + done.failed < most and (envelope := claim(clock())) is not None:
            _deliver(envelope, transport, clock, done)
    except OSError as fault:  # every fault of the network and of SMTP
        done.server_fault = _words(fault)
        log.warning("mail server: %s", done.server_fault)
    finally:
        _close(transport)
    return done


def claim(at: datetime) -> Envelope | None:
    """The next due envelope, held for this worker; None when there is none."""
    with transaction.atomic():
        rows = _due(at).select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        envelope = rows.order_by("due_at", "id").first()
        if envelope is None:
            return None
        envelope.attempts += 1
        envelope.due_at = at + HOLD
        envelope.save(update_fields=["attempts", "due_at"])
        return envelope


def _due(at: datetime) -> Any:
    return Envelope.objects.filter(sent_at__isnull=True, given_up_at__isnull=True, due_at__lte=at)


def _deliver(envelope: Envelope, transport: Any, clock: Clock, done: Round) -> None:
    mine = Envelope.objects.filter(pk=envelope.pk, attempts=envelope.attempts, sent_at__isnull=True)
    try:
        transport.send_messages([_mail(envelope)])
    except (ConnectionError, TimeoutError, SMTPServerDisconnected) as fault:
        # the server went away: the mail keeps its attempt for later, the round ends
        at = clock()
        attempts = envelope.attempts - 1
        mine.update(attempts=attempts, due_at=at + wait_after(1), last_error=_words(fault))
        raise
    except Exception as fault:
        done.failed += 1
        _put_back(mine, envelope.attempts, _words(fault), clock())
    else:
        done.sent += 1
        mine.update(sent_at=clock(), last_error="")


def _put_back(mine: Any, attempts: int, words: str, at: datetime) -> None:
    """Waits longer each time; at last gives up, which the operators see."""
    log.warning("mail not sent, attempt %s: %s", attempts, words)
    if attempts >= MOST_ATTEMPTS:
        mine.update(given_up_at=at, last_error=words)
    else:
        mine.update(due_at=at + wait_after(attempts), last_error=words)


def _mail(envelope: Envelope) -> EmailMessage:
    return EmailMessage(
        envelope.subject,
        envelope.body,
        envelope.sender or settings.DEFAULT_FROM_EMAIL,
        [envelope.recipient],
        headers={"Message-ID": envelope.mail_id, "Auto-Submitted": "auto-generated"},
    )


def _words(fault: Exception) -> str:
    return f"{type(fault).__name__}: {fault}"[:300]


def _close(transport: Any) -> None:
    try:
        transport.close()
    except OSError as fault:
        log.warning("mail server: %s", _words(fault))
