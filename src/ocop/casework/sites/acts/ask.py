"""Hỏi chủ thể: a shopper asks about a product; an act of nobody who has an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.models import Asker, Question
from ocop.foundation.acts import record, recorded
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.kernel.codes import new_certificate_code
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Product


@dataclass(frozen=True)
class Asked:
    """What the form says; `once` is its mark."""

    once: str
    text: str
    contact: str = ""
    is_proven: bool = False


def question_of(once: str) -> Question | None:
    """The question that came of a form."""
    return Question.objects.filter(once=once).first()


def ask_producer(product: Product, asked: Asked, *, at: datetime) -> Question:
    """Puts a question into the producer's hands and tells its people; a form sent twice is one question.

    Who may send at all, and how often, is asked before by the page.
    """
    try:
        return question_of(asked.once) or _ask(product, asked, at)
    except IntegrityError:
        known = question_of(asked.once)  # the other of two clicks was faster
        if known is None:
            raise
        return known


@recorded
def _ask(product: Product, asked: Asked, at: datetime) -> Question:
    question = Question.objects.create(
        ticket=new_certificate_code(),
        once=asked.once,
        producer=product.producer,
        product=product,
        text=asked.text,
        is_proven=asked.is_proven,
        asked_at=at,
        delete_on=timezone.localdate(at) + timedelta(days=settings.QUESTION_DAYS),
    )
    if asked.contact:
        Asker.objects.create(question=question, contact=asked.contact)
    record("question.ask", question, by=None, at=at, data={"product": product.pk})
    tell(
        people_of(product.producer, at),
        kind="sites.question",
        subject=words(_("Người mua hỏi về %(product)s"), product=product.name),
        body=_("Mở để đọc và trả lời. Nếu người hỏi để lại cách liên hệ, chỉ chủ thể xem được."),
        url=question.get_absolute_url(),
        at=at,
    )
    return question
