"""The outbox as Django's mail backend: all mail of the project, also that of signing in, is stored first."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from ocop.foundation.notifications.models import Envelope


def new_mail_id() -> str:
    """A Message-ID that no other mail has."""
    return make_msgid(domain=urlsplit(settings.SITE_ADDRESS).hostname)


class OutboxBackend(BaseEmailBackend):
    """Stores an envelope for each recipient, in the transaction of whoever sends;
    `deliver` takes it from there.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """The number of mails taken; plain text is kept, other parts are not."""
        now = timezone.now()
        Envelope.objects.bulk_create(
            Envelope(
                recipient=recipient,
                sender=mail.from_email,
                subject=" ".join(str(mail.subject).split())[:300],
                body=str(mail.body),
                mail_id=new_mail_id(),
                created_at=now,
                due_at=now,
            )
            for mail in email_messages
            for recipient in mail.recipients()
        )
        return len(email_messages)
