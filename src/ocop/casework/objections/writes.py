"""What both answers write; nobody is asked here."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.objections.models import Objection
from ocop.casework.objections.papers.letter import letter_data
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.audit.actions import transition
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.words import words
from ocop.registers.producers.selectors import people_of


def file_letter(objection: Objection, *, number: str, issued_on: date, by: Person, at: datetime) -> Paper:
    """The letter with the answer, by the number of the records office."""
    return file_paper(
        kind=PaperKind.LETTER, number=number, issued_on=issued_on, issuer=objection.programme.agency_name,
        subject=f"trả lời kiến nghị về kết quả đánh giá “{objection.product_name}”", by=by, at=at,
    )  # fmt: skip


def write_answer(
    objection: Objection, move: str, *, answer: str, paper: Paper, by: Person, at: datetime
) -> None:
    """The answer with its frozen letter; the producer's people and the officers of its commune are told."""
    objection.answer = answer.strip()
    content = letter_data(objection, paper, is_kept=move == "keep", at=at)
    changes = {
        "answer": objection.answer, "answered_at": at, "answered_by": by, "paper": paper, "content": content,
    }  # fmt: skip
    entry = transition(objection, move, by=by, at=at, changes=changes, data={"number": paper.number})
    want(objection, at=at, entry=entry)
    people = [*people_of(objection.producer, at)]
    if objection.producer.commune is not None:
        people += people_holding(Role.COMMUNE_OFFICER, at, place=objection.producer.commune)
    tell(
        people,
        kind="objections.answered",
        subject=words(_("Trả lời kiến nghị: %(product)s"), product=objection.product_name),
        body=words("%(answer)s", answer=objection.answer[:300]),
        url=objection.get_absolute_url(),
        at=at,
    )
