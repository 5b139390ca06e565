"""What shoppers ask a producer about a product, and how to reach them."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.who import who_is
from ocop.kernel.codes import grouped
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Product


class QuestionQuerySet(models.QuerySet["Question"]):
    """Reads of questions."""

    def visible_to(self, person: Any, at: datetime) -> QuestionQuerySet:
        """Those to the own producers; to officers those that a producer of their ground reported."""
        own = Q(producer__in=producers_acted_for(who_is(person, at)))
        reported = Q(reported_at__isnull=False, producer__in=Producer.objects.on_desk_of(person, at))
        return self.filter(own | reported)

    def waiting(self) -> QuestionQuerySet:
        """Those to which nobody has said anything yet."""
        return self.filter(answered_at=None, spam_at=None, reported_at=None)


class Question(models.Model):
    """One question, from nobody with an account to the producer alone: nothing of it is public.

    `ticket` lets whoever asked read the answer; `once` is the mark of the form. It is a letter between two
    people and no act of an office: it goes on the day `delete_on`.
    """

    unvouched: ClassVar = ("*",)  # what may be deleted is not in the record

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ticket = models.CharField(_("mã câu hỏi"), max_length=16, unique=True)
    once = models.CharField(max_length=64, unique=True)
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="questions")
    product = models.ForeignKey(Product, models.PROTECT, related_name="questions")
    text = models.TextField(_("câu hỏi"))
    is_proven = models.BooleanField()
    asked_at = models.DateTimeField(_("hỏi lúc"))
    answer = models.TextField(_("trả lời"), blank=True)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    spam_at = models.DateTimeField(null=True, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    delete_on = models.DateField(_("xoá sau ngày"))

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("câu hỏi của người mua")
        verbose_name_plural = _("câu hỏi của người mua")
        ordering: ClassVar = ["-asked_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["producer", "asked_at"], name="sites_questions_of"),
            models.Index(fields=["delete_on"], name="sites_questions_go"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="sites_answer_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """The page for the producer's people."""
        return reverse("sites:question", args=[self.key])

    @property
    def printed_ticket(self) -> str:
        """The code for whoever asked, in groups of four."""
        return grouped(self.ticket)


class Asker(models.Model):
    """How to reach whoever asked; for the producer alone."""

    unvouched: ClassVar = ("*",)

    question = models.OneToOneField(Question, models.PROTECT, related_name="asker")
    contact = models.CharField(_("liên hệ"), max_length=120)

    def __str__(self) -> str:
        return str(self.question)
