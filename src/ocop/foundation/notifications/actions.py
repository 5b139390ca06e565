"""Telling people, and their reading of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.notifications.models import Daily, Envelope, Message
from ocop.foundation.notifications.outbox import new_mail_id
from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui.addresses import in_language

Text = str | Promise


@recorded
def tell(
    people: Iterable[Person], *, kind: str, subject: Text, body: Text, url: str = "", at: datetime
) -> list[Message]:
    """Puts a message into the inbox of each active person, once each, and a mail into the outbox for who has
    an e-mail.

    Lazy texts become words in each person's own language, and the link leads to the page in it.
    Everything is written in the caller's transaction: what is rolled back is told to nobody, what is
    committed cannot be lost. `url` is a path of this site.
    """
    told = {person.pk: person for person in people if person.is_active}
    facts = {"kind": kind, "url": url, "created_at": at}
    messages = Message.objects.bulk_create(_message(person, subject, body, facts) for person in told.values())
    with_mail = [message for message in messages if told[message.person_id].email]
    Envelope.objects.bulk_create(_envelope(message, told[message.person_id], at) for message in with_mail)
    return messages


def _message(person: Person, subject: Text, body: Text, facts: dict[str, Any]) -> Message:
    url = in_language(facts["url"], person.language) if facts["url"] else ""
    with translation.override(person.language):
        return Message(person=person, subject=str(subject)[:200], body=str(body), **facts | {"url": url})


def _envelope(message: Message, person: Person, at: datetime) -> Envelope:
    with translation.override(person.language):
        parts = [message.body]
        if message.url:
            parts.append(f"{settings.SITE_ADDRESS}{message.url}")
        parts.append(_("Thư tự động của hệ thống OCOP, xin không trả lời."))
    return Envelope(
        message=message,
        recipient=person.email,
        subject=message.subject,
        body="\n\n".join(parts),
        mail_id=new_mail_id(),
        created_at=at,
        due_at=at,
    )


def mark_read(*, message: Message, by: Person, at: datetime) -> None:
    """The person has seen it; the first time counts. Refused for other people's messages."""
    if message.person_id != by.pk:
        raise Refused(Refusal("not_own", _("Thông báo này không gửi cho bạn.")))
    Message.objects.filter(pk=message.pk, read_at__isnull=True).update(read_at=at)


def mark_all_read(*, by: Person, at: datetime) -> int:
    """The person has seen everything that is there now; how many were new."""
    return Message.objects.filter(person=by, read_at__isnull=True, created_at__lte=at).update(read_at=at)


@recorded
def claim_days(name: str, *, today: date, most: int) -> list[date]:
    """The days up to today that nobody has told yet, at most the last `most` of them, now taken by the
    caller.

    In the caller's transaction: what is rolled back can be claimed again. Empty for the second caller of a
    day; the first call of all claims today alone.
    """
    row, _made = Daily.objects.get_or_create(name=name, defaults={"done_on": today - timedelta(days=1)})
    row = holding(Daily.objects).get(pk=row.pk)
    count = min((today - row.done_on).days, most)
    if count <= 0:
        return []
    row.done_on = today
    row.save(update_fields=["done_on"])
    return [today - timedelta(days=back) for back in reversed(range(count))]
