"""What people are told (messages), what leaves the house by mail (envelopes),
and which daily telling is done.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Message(models.Model):
    """One notice in a person's inbox. Texts are stored as they were told, in the person's language."""

    unvouched: ClassVar = ("*",)  # told, not done

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=60)
    subject = models.CharField(_("Tiêu đề"), max_length=200)
    body = models.TextField(_("Nội dung"))
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(_("Lúc"))
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("thông báo")
        verbose_name_plural = _("thông báo")
        ordering: ClassVar = ["-created_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "-created_at"], name="notifications_inbox"),
            models.Index(fields=["person"], condition=Q(read_at__isnull=True), name="notifications_unread"),
        ]

    def __str__(self) -> str:
        return self.subject


class Envelope(models.Model):
    """One mail on its way. It is due from `due_at`; while a worker holds it, `due_at` is the end of that
    hold.

    `mail_id` stays the same over every attempt, so that a mail which left just before a crash is recognised
    by mail servers and readers as the same mail when it leaves again.
    """

    unvouched: ClassVar = ("*",)  # told, not done

    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="envelopes")
    recipient = models.EmailField()
    sender = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    mail_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("thư gửi đi")
        verbose_name_plural = _("thư gửi đi")
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="notifications_outbox_due",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True),
                name="notifications_envelope_sent_or_given_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.subject}"


class Daily(models.Model):
    """Something that is told day by day, and the last day it has been told for."""

    unvouched: ClassVar = ("*",)  # told, not done

    name = models.CharField(max_length=60, primary_key=True)
    done_on = models.DateField()

    class Meta:
        verbose_name = _("việc hằng ngày")
        verbose_name_plural = _("việc hằng ngày")

    def __str__(self) -> str:
        return f"{self.name}: {self.done_on:%Y-%m-%d}"
