"""Reading the inbox, and how the outbox stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet

from ocop.foundation.accounts.models import Person
from ocop.foundation.notifications.models import Envelope, Message


def inbox(person: Person, *, unread_only: bool = False) -> QuerySet[Message]:
    """A person's messages, newest first."""
    messages = Message.objects.filter(person=person)
    return messages.filter(read_at__isnull=True) if unread_only else messages


def unread_count(person: Person) -> int:
    """How many messages a person has not read."""
    return inbox(person, unread_only=True).count()


@dataclass(frozen=True)
class OutboxState:
    """Mails waiting, since when the oldest waits, and mails given up."""

    waiting: int
    waiting_since: datetime | None
    given_up: int


def outbox_state() -> OutboxState:
    """How the outbox stands, in one query."""
    waits = Q(sent_at__isnull=True, given_up_at__isnull=True)
    found = Envelope.objects.aggregate(
        waiting=Count("pk", filter=waits),
        since=Min("created_at", filter=waits),
        given_up=Count("pk", filter=Q(given_up_at__isnull=False)),
    )
    return OutboxState(found["waiting"], found["since"], found["given_up"])


def waiting_since() -> datetime | None:
    """Since when the oldest waiting mail waits."""
    waiting = Envelope.objects.filter(sent_at__isnull=True, given_up_at__isnull=True)
    found: datetime | None = waiting.aggregate(since=Min("created_at"))["since"]
    return found
